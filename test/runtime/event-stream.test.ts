import {assert} from '@open-wc/testing';
import {eventStream, type EventStream} from '@tongban/runtime/worker/event-stream.js';
import {until} from '../support/until.js';

const headers = {'content-type': 'text/event-stream; charset=utf-8'};

/** A gateway’s stream: each connection sends its chunks of bytes, then breaks, ends, or stays open. */
function aStream(connections: {chunks: (string | Uint8Array)[]; then: 'break' | 'end' | 'stay' | 'refuse'}[]) {
  const asked: string[] = [];
  const signals: AbortSignal[] = [];
  const open = (lastEventId: string, signal: AbortSignal): Promise<Response> => {
    asked.push(lastEventId);
    signals.push(signal);
    const {chunks, then} = connections[asked.length - 1] ?? {chunks: [], then: 'stay'};
    if (then === 'refuse') return Promise.resolve(new Response('{}', {status: 503, headers: {'content-type': 'application/problem+json'}}));
    const left = [...chunks];
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        const chunk = left.shift();
        if (chunk !== undefined) controller.enqueue(typeof chunk === 'string' ? new TextEncoder().encode(chunk) : chunk);
        else if (then === 'end') controller.close();
        else if (then === 'break') controller.error(new TypeError('network error'));
        else return new Promise(() => undefined);
        return undefined;
      },
    });
    return Promise.resolve(new Response(body, {headers}));
  };
  return {asked, signals, open};
}

describe('an event stream', () => {
  let stream: EventStream | undefined;
  let heard: string[];

  beforeEach(() => {
    heard = [];
  });

  afterEach(() => stream?.stop());

  const listen = (source: ReturnType<typeof aStream>) => {
    stream = eventStream({open: source.open, onEvent: ({data}) => void heard.push(data), random: () => 0});
  };

  it('goes on where it broke, three times, without a gap and without a repetition', async () => {
    const source = aStream([
      {chunks: ['id: 1\ndata: one\n\n'], then: 'break'},
      {chunks: ['id: 2\ndata: two\n\nid: 3\ndata: three\n\n'], then: 'end'},
      {chunks: [], then: 'refuse'},
      {chunks: ['id: 4\ndata: four\n\n'], then: 'stay'},
    ]);
    listen(source);
    await until(() => heard.length === 4, 'all was heard');
    assert.deepEqual(heard, ['one', 'two', 'three', 'four']);
    assert.deepEqual(source.asked, ['', '1', '3', '3']);
  });

  it('hears a Chinese word that was cut in the middle of a sign', async () => {
    const bytes = new TextEncoder().encode('data: 已受理\n\n');
    listen(aStream([{chunks: [bytes.slice(0, 8), bytes.slice(8, 10), bytes.slice(10)], then: 'stay'}]));
    await until(() => heard.length === 1, 'it was heard');
    assert.deepEqual(heard, ['已受理']);
  });

  it('does not take a page of a captive portal for events', async () => {
    let asked = 0;
    const page = () => {
      asked++;
      return Promise.resolve(new Response('data: log in\n\n', {headers: {'content-type': 'text/html'}}));
    };
    stream = eventStream({open: page, onEvent: ({data}) => void heard.push(data), random: () => 0});
    await until(() => asked > 2, 'it asked again');
    assert.isEmpty(heard);
  });

  it('ends its connection when it is stopped, and asks no more', async () => {
    const source = aStream([{chunks: ['data: one\n\n'], then: 'stay'}]);
    listen(source);
    await until(() => heard.length === 1, 'it was heard');
    stream!.stop();
    assert.isTrue(source.signals[0]!.aborted);
    assert.lengthOf(source.asked, 1);
  });

  it('waits long when nobody is signed in, and not at all once it is woken', async () => {
    let asked = 0;
    const refused = () => {
      asked++;
      return Promise.resolve(new Response('{}', {status: 401}));
    };
    stream = eventStream({open: refused, onEvent: () => undefined, random: () => 0.5});
    await until(() => asked === 1, 'it asked');
    await new Promise((resolve) => setTimeout(resolve)); // Its pause begins.
    stream.wake();
    await until(() => asked === 2, 'it asked again');
  });
});
