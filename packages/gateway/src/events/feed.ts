import type {Notices} from '../database/notices.js';
import type {Outbox, PublishedHint} from './outbox.js';

const BATCH = 200;
/** A notice can be lost; this is how late a hint then comes. */
const LOOK_ANYWAY_MS = 5_000;

/** New hints as they are published, for every listener of this process: read once, whoever listens. */
export interface Feed {
  /** Position up to which hints have been handed out. */
  readonly position: number;
  listen(onHints: (hints: readonly PublishedHint[]) => void): () => void;
  close(): Promise<void>;
}

export async function feed(outbox: Outbox, notices: Notices, onFailed: (error: unknown) => void): Promise<Feed> {
  const listeners = new Set<(hints: readonly PublishedHint[]) => void>();
  let position = await outbox.last();
  let isClosed = false;
  let isAsked = false;
  let reading: Promise<void> | undefined;

  async function read(): Promise<void> {
    while (isAsked && !isClosed) {
      isAsked = false;
      for (let more = true; more && !isClosed; ) {
        const hints = await outbox.after(position, BATCH);
        more = hints.length === BATCH;
        if (hints.length === 0) continue;
        position = hints[hints.length - 1]!.position;
        for (const listener of listeners) listener(hints);
      }
    }
  }

  function look(): void {
    isAsked = true;
    if (isClosed) return;
    reading ??= read().catch(onFailed).finally(() => {
      reading = undefined;
    });
  }

  const stop = await notices.listen(outbox.channel, look);
  const timer = setInterval(look, LOOK_ANYWAY_MS);
  timer.unref();

  return {
    get position() {
      return position;
    },
    listen(onHints) {
      listeners.add(onHints);
      return () => listeners.delete(onHints);
    },
    async close() {
      isClosed = true;
      clearInterval(timer);
      stop();
      await reading;
    },
  };
}
