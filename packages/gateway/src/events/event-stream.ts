import type {ServerResponse} from 'node:http';
import type {Principal} from '../identity/principal.js';
import {isFor} from './audience.js';
import type {Feed} from './feed.js';
import type {Outbox, PublishedHint} from './outbox.js';

const BATCH = 200;

export interface StreamOptions {
  readonly principal: Principal;
  /** The position the listener has; undefined begins now. */
  readonly after: number | undefined;
  /** Bytes it may lag behind. */
  readonly bufferBytes: number;
  readonly onDropped: () => void;
}

/**
 * One listener. First what was published since it last listened, then what comes; hints that arrive while the past is read wait,
 * so none is missed and none comes twice.
 */
export async function streamEvents(response: ServerResponse, outbox: Outbox, feed: Feed, {principal, after, bufferBytes, onDropped}: StreamOptions): Promise<void> {
  let position = after ?? feed.position;
  let waiting: PublishedHint[] | undefined = [];

  function hand(hints: readonly PublishedHint[], isPast = false): void {
    let text = '';
    let isOver = false;
    for (const {position: place, hint, audience} of hints) {
      if (place <= position) continue;
      position = place;
      if (hint.about === 'case') {
        if (isFor(audience, principal)) text += `id: ${place}\nevent: change\ndata: ${JSON.stringify(hint)}\n\n`;
      } else if (!isPast && audience.people.includes(principal.id)) {
        isOver = true; // Who signed out before this stream began has signed in again since.
      }
    }
    if (text !== '') write(text);
    if (isOver) response.end();
  }

  function write(text: string): void {
    if (response.destroyed || response.writableEnded) return;
    response.write(text);
    if (response.writableLength > bufferBytes) {
      onDropped();
      response.destroy();
    }
  }

  const stop = feed.listen((hints) => {
    if (waiting) waiting.push(...hints);
    else hand(hints);
  });
  response.once('close', stop);

  try {
    if (after !== undefined && after < (await outbox.floor())) write('event: resync\ndata: {}\n\n');
    // Later than what was published: the database is not the one this listener knew.
    if (after !== undefined && after > feed.position && after > (await outbox.last())) {
      position = feed.position;
      write('event: resync\ndata: {}\n\n');
    }
    write(`retry: 2000\nid: ${position}\nevent: ready\ndata: {}\n\n`);
    for (let more = after !== undefined; more && !response.destroyed; ) {
      const hints = await outbox.after(position, BATCH);
      more = hints.length === BATCH;
      hand(hints, true);
    }
    const held = waiting;
    waiting = undefined;
    hand(held);
  } catch (error) {
    response.destroy();
    throw error;
  }
}
