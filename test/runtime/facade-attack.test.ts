import {assert} from '@open-wc/testing';
import {TbError} from '@tongban/domain/errors.js';
import {callNames, type CallName} from '@tongban/runtime/shared/protocol.js';
import {serve, type Services} from '@tongban/runtime/worker/serve.js';
import {wrap} from 'comlink';

const config = {gateway: 'https://gateway.example', region: '310000', callback: 'https://www.example/', lang: 'zh-CN', staff: false};
const RAW = (value: unknown) => ({type: 'RAW', value});

/** A worker’s facade on a real port, whose services only note that they were reached. */
function anAttackedWorker() {
  const reached: string[] = [];
  const {port1, port2} = new MessageChannel();
  const services = Object.fromEntries(
    callNames.map((name) => [
      name,
      (...args: unknown[]) => {
        reached.push(name);
        if (name === 'cases.submit') throw new TbError('TB_FIELD_REQUIRED', {details: {field: 'name'}});
        if (name === 'cases.mine') throw new Error('secret of the worker');
        return Promise.resolve(args);
      },
    ]),
  ) as unknown as Services;
  let composed = 0;
  serve(port2, () => {
    composed++;
    return services;
  });
  let lastId = 0;

  /**
   * What the worker answers to one message; undefined when it says nothing before it answers a harmless call sent after it. That one
   * needs the late file as well, or it would overtake a call that waits for it.
   */
  async function answerTo(message: Record<string, unknown>): Promise<{value?: {ok?: unknown; failed?: {code: string; details: object}}} | undefined> {
    const id = String(++lastId);
    const fence = String(++lastId);
    const answers = new Map<string, never>();
    const fenced = new Promise<void>((resolve) => {
      port1.onmessage = ({data}: MessageEvent<{id: string}>) => {
        answers.set(data.id, data as never);
        if (data.id === fence) resolve();
      };
    });
    port1.postMessage({id, ...message});
    port1.postMessage({id: fence, type: 'APPLY', path: ['session.current'], argumentList: []});
    await fenced;
    return answers.get(id);
  }

  const start = () => answerTo({type: 'APPLY', path: ['start'], argumentList: [RAW(config)]});
  return {reached, port1, answerTo, start, composed: () => composed, close: () => port1.close()};
}

describe('a page that reaches through the facade', () => {
  let worker: ReturnType<typeof anAttackedWorker>;

  beforeEach(async () => {
    worker = anAttackedWorker();
    await worker.start();
    worker.reached.length = 0;
  });

  afterEach(() => worker.close());

  const attacks: [string, Record<string, unknown>][] = [
    ['the constructor of a method', {type: 'APPLY', path: ['catalogue.search', 'constructor'], argumentList: [RAW('return self')]}],
    ['the constructor of the facade', {type: 'APPLY', path: ['constructor'], argumentList: [RAW('return self')]}],
    ['a prototype', {type: 'APPLY', path: ['__proto__'], argumentList: []}],
    ['a method of Object.prototype', {type: 'APPLY', path: ['hasOwnProperty'], argumentList: [RAW('x')]}],
    ['the facade itself', {type: 'APPLY', path: [], argumentList: []}],
    ['a name that is not on the list', {type: 'APPLY', path: ['vault.keys'], argumentList: []}],
    ['a path that is no list', {type: 'APPLY', path: 'ping', argumentList: []}],
    ['a path element that is no text', {type: 'APPLY', path: [['ping']], argumentList: []}],
    ['a path in two elements', {type: 'APPLY', path: ['catalogue', 'search'], argumentList: []}],
    ['call of a method', {type: 'APPLY', path: ['ping', 'call'], argumentList: []}],
    ['reading', {type: 'GET', path: ['ping']}],
    ['writing', {type: 'SET', path: ['ping'], value: RAW(1)}],
    ['construction', {type: 'CONSTRUCT', path: ['ping'], argumentList: []}],
    ['an endpoint of its own', {type: 'ENDPOINT'}],
    ['releasing the facade', {type: 'RELEASE'}],
    ['a type nobody knows', {type: 'EVAL', path: ['ping'], argumentList: []}],
    ['no type', {path: ['ping'], argumentList: []}],
    ['an argument that makes a proxy', {type: 'APPLY', path: ['cases.draft'], argumentList: [{type: 'HANDLER', name: 'proxy', value: {}}]}],
    ['an argument that throws', {type: 'APPLY', path: ['cases.draft'], argumentList: [{type: 'HANDLER', name: 'throw', value: {isError: false, value: 1}}]}],
    ['no arguments at all', {type: 'APPLY', path: ['ping']}],
  ];

  for (const [what, message] of attacks) {
    it(`is refused ${what}`, async () => {
      const answer = await worker.answerTo(message);
      assert.equal(answer?.value?.failed?.code, 'TB_WORKER_REFUSED');
      assert.deepEqual(worker.reached, ['session.current'], 'only the harmless call sent afterwards got through');
    });
  }

  it('is not even answered without an id to answer to', async () => {
    await worker.answerTo({id: undefined, type: 'APPLY', path: ['constructor'], argumentList: []});
    await worker.answerTo({id: {}, type: 'GET', path: ['ping']});
    assert.deepEqual(worker.reached, ['session.current', 'session.current']);
  });

  const misshapen: [CallName, unknown[]][] = [
    ['cases.draft', [{$ne: ''}]],
    ['cases.draft', []],
    ['cases.draft', ['a', 'one too many']],
    ['cases.saveDraft', ['a', {status: 'filed'}]],
    ['cases.saveDraft', ['a', {receipt: {}}]],
    ['cases.attach', ['a', 'bank', 'no blob', 'a.pdf']],
    ['catalogue.search', [{text: 'x', near: [], scope: 'all', limit: 1e9}]],
    ['session.begin', [{}, {mode: 'openly', from: 'x'.repeat(5000)}]],
    ['ratings.rate', [{subject: {by: 'ticket', ticket: 't'}, stars: 6, tags: [], comment: '', channel: 'pc'}]],
  ];

  for (const [name, args] of misshapen) {
    it(`is refused ${name} with ${JSON.stringify(args).slice(0, 50)}`, async () => {
      const answer = await worker.answerTo({type: 'APPLY', path: [name], argumentList: args.map(RAW)});
      assert.equal(answer?.value?.failed?.code, 'TB_CONTRACT_INVALID');
      assert.deepEqual(worker.reached, ['session.current']);
    });
  }

  it('cannot start it anew for another gateway', async () => {
    const answer = await worker.answerTo({type: 'APPLY', path: ['start'], argumentList: [RAW({...config, gateway: 'https://evil.example'})]});
    assert.equal(answer?.value?.failed?.code, 'TB_WORKER_REFUSED');
    assert.equal(worker.composed(), 1);
  });

  it('cannot start it with an address that is no origin', async () => {
    const fresh = anAttackedWorker();
    const answer = await fresh.answerTo({type: 'APPLY', path: ['start'], argumentList: [RAW({...config, gateway: 'https://gateway.example/path'})]});
    assert.equal(answer?.value?.failed?.code, 'TB_CONTRACT_INVALID');
    fresh.close();
  });

  it('gets nothing before it has started', async () => {
    const fresh = anAttackedWorker();
    const answer = await fresh.answerTo({type: 'APPLY', path: ['cases.draft'], argumentList: [RAW('a')]});
    assert.equal(answer?.value?.failed?.code, 'TB_WORKER_REFUSED');
    assert.deepEqual(fresh.reached, []);
    fresh.close();
  });

  it('hears the code and the details of an error of ours', async () => {
    const answer = await worker.answerTo({type: 'APPLY', path: ['cases.submit'], argumentList: [RAW('a')]});
    assert.deepEqual(answer?.value?.failed, {code: 'TB_FIELD_REQUIRED', details: {field: 'name'}});
  });

  it('hears nothing of an error that is not ours', async () => {
    const said: unknown[] = [];
    const {error} = console;
    console.error = (...words: unknown[]) => void said.push(...words);
    const answer = await worker.answerTo({type: 'APPLY', path: ['cases.mine'], argumentList: []});
    console.error = error;
    assert.deepEqual(answer?.value, {failed: {code: 'TB_INTERNAL', details: {}}});
    assert.lengthOf(said, 1);
  });

  it('reaches what is on the list, through Comlink itself', async () => {
    const remote = wrap(worker.port1) as unknown as Record<string, (...args: unknown[]) => Promise<unknown>>;
    assert.deepEqual(await remote['cases.draft']!('a'), {ok: ['a']});
  });
});
