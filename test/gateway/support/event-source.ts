import {createParser} from 'eventsource-parser';
import type {Visitor} from './gateway-world.js';
import {until} from './until.js';

export interface Heard {
  readonly id: string | undefined;
  readonly event: string | undefined;
  readonly data: Record<string, unknown>;
}

export interface Listening {
  readonly status: number;
  readonly heard: readonly Heard[];
  /** The hints among what was heard. */
  changes(): {id: string; caseNo: string; revision: number}[];
  /** Resolves when the stream has ended. */
  readonly ended: Promise<void>;
  stop(): void;
}

/** Listens to a gateway's events, as a page does: `fetch` with Authorization, read as it comes. */
export async function listen(visitor: Visitor, lastEventId?: string): Promise<Listening> {
  const controller = new AbortController();
  const response = await visitor.send({
    method: 'GET',
    url: `${visitor.gateway}/v1/events`,
    headers: lastEventId === undefined ? {} : {'last-event-id': lastEventId},
    signal: controller.signal,
  });
  const heard: Heard[] = [];
  const parser = createParser({onEvent: ({id, event, data}) => heard.push({id, event, data: JSON.parse(data) as Record<string, unknown>})});
  const listening: Listening = {
    status: response.status,
    heard,
    changes: () => heard.filter(({event}) => event === 'change').map(({id, data}) => ({id: id!, caseNo: String(data['caseNo']), revision: Number(data['revision'])})),
    ended: read(response, (text) => parser.feed(text)),
    stop: () => controller.abort(),
  };
  if (response.status === 200) await until(() => heard.some(({event}) => event === 'ready'));
  return listening;
}

async function read(response: Response, onText: (text: string) => void): Promise<void> {
  const decoder = new TextDecoder();
  try {
    for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) onText(decoder.decode(chunk, {stream: true}));
  } catch {
    // Stopped by the test, or dropped by the gateway: both end the stream.
  }
}
