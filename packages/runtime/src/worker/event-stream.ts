import {createParser, type EventSourceMessage} from 'eventsource-parser';
import {backoff} from './backoff.js';

/** Without a byte for so long the connection counts as dead; the gateway sends a comment far more often. */
const SILENT_MS = 45_000;
/** Nobody is signed in who may listen: whoever signs in wakes it. */
const SIGN_IN_STATUS = new Set([401, 403]);
const PATIENTLY = 20;

export interface EventStream {
  /** Ends it for good. */
  stop(): void;
  /** Tries again at once instead of waiting out a pause: the network is back, or somebody signed in. */
  wake(): void;
}

export interface EventStreamOptions {
  /** Opens the stream with a fresh proof; `lastEventId` resumes it. */
  readonly open: (lastEventId: string, signal: AbortSignal) => Promise<Response>;
  readonly onEvent: (event: EventSourceMessage) => void;
  readonly random?: () => number;
}

/**
 * Server-sent events by `fetch`, because EventSource cannot carry a token or a proof. It reconnects with growing pauses until
 * stopped.
 */
export function eventStream({open, onEvent, random = Math.random}: EventStreamOptions): EventStream {
  const stopped = new AbortController();
  let lastEventId = '';
  let attempts = 0;
  let wake: () => void = () => undefined;

  const pause = (ms: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });

  const hear = (event: EventSourceMessage) => {
    if (event.id !== undefined) lastEventId = event.id;
    onEvent(event);
  };

  async function connectOnce(): Promise<void> {
    const silence = silenceTimer(stopped.signal);
    try {
      const response = await open(lastEventId, silence.signal);
      if (SIGN_IN_STATUS.has(response.status)) attempts = PATIENTLY;
      if (!response.ok || !response.body || !isEventStream(response)) return;
      attempts = 0;
      await pump(response.body, silence.heard, hear);
    } catch {
      // A dropped socket rejects the read: that is how most streams end.
    } finally {
      silence.end();
    }
  }

  async function run(): Promise<void> {
    while (!stopped.signal.aborted) {
      await connectOnce();
      if (!stopped.signal.aborted) await pause(backoff(attempts++, 0, random));
    }
  }

  void run();
  return {
    stop() {
      stopped.abort();
      wake();
    },
    wake: () => wake(),
  };
}

async function pump(body: ReadableStream<Uint8Array>, heard: () => void, hear: (event: EventSourceMessage) => void): Promise<void> {
  const parser = createParser({onEvent: hear});
  const decoder = new TextDecoder();
  const reader = body.getReader();
  for (;;) {
    const {done, value} = await reader.read(); // No `for await`: Chromium 86 cannot iterate a stream.
    if (done) return;
    heard();
    parser.feed(decoder.decode(value, {stream: true}));
  }
}

/** A signal that fires when nothing was heard for too long, or the stream was stopped. */
function silenceTimer(stopped: AbortSignal) {
  const controller = new AbortController();
  const abort = () => controller.abort();
  let timer = setTimeout(abort, SILENT_MS);
  stopped.addEventListener('abort', abort);
  return {
    signal: controller.signal,
    heard: () => {
      clearTimeout(timer);
      timer = setTimeout(abort, SILENT_MS);
    },
    end: () => {
      clearTimeout(timer);
      stopped.removeEventListener('abort', abort);
      abort();
    },
  };
}

const isEventStream = (response: Response) => (response.headers.get('content-type') ?? '').startsWith('text/event-stream');
