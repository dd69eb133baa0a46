import {assert} from '@open-wc/testing';

interface Answer {
  readonly ok?: unknown;
  readonly failed?: {code: string; details: Record<string, unknown>};
}

type Ask = (name: string, ...args: unknown[]) => Promise<Answer>;

const byAddress = `default-src 'none'; script-src KIT; worker-src blob:; connect-src http://localhost:9`;
const byNonce = `default-src 'none'; script-src 'nonce-r4nd0m' 'strict-dynamic'; worker-src blob:; connect-src http://localhost:9`;
const config = {gateway: 'http://localhost:9', region: '310000', callback: `${location.origin}/`, lang: 'zh-CN', staff: true};

let lastId = 0;

/** Calls over a line, each answered by its id. */
function askerOf(post: (message: unknown) => void, onMessage: (hear: (data: {id?: string; value: Answer}) => void) => void): Ask {
  const waiting = new Map<string, (answer: Answer) => void>();
  onMessage(({id, value}) => waiting.get(id ?? '')?.(value));
  return (name, ...args) =>
    new Promise((resolve) => {
      const id = `late-${String(++lastId)}`;
      waiting.set(id, resolve);
      post({id, type: 'APPLY', path: [name], argumentList: args.map((value) => ({type: 'RAW', value}))});
    });
}

describe('the built worker, from another origin', () => {
  let kit: {origin: string; worker: string};
  const frames: HTMLIFrameElement[] = [];

  before(async function () {
    this.timeout(60_000); // Until the kit is built.
    kit = (await (await fetch('/kit-for-tests/kit.json')).json()) as typeof kit;
  });

  afterEach(() => frames.splice(0).forEach((frame) => frame.remove()));

  /** A page under a policy with the worker of this address, which is ready. */
  async function aPage(csp: string, entry = `${kit.origin}/${kit.worker}`): Promise<Ask> {
    const frame = document.createElement('iframe');
    frames.push(frame);
    const hearing = new Set<(data: never) => void>();
    const ready = new Promise<void>((resolve, reject) => {
      hearing.add(({tb, why}: {tb?: string; why?: string}) => (tb === 'ready' ? resolve() : tb === 'fail' && reject(new Error(why))));
    });
    const page = `page-${String(++lastId)}`;
    addEventListener('message', ({data}: MessageEvent<{page?: string; said: never}>) => {
      if (data.page === page) hearing.forEach((hear) => hear(data.said));
    });
    frame.src = `/kit-for-tests/page.html?${new URLSearchParams({csp, page, worker: entry}).toString()}`;
    document.body.append(frame);
    await ready;
    const ask = askerOf(
      (message) => frame.contentWindow!.postMessage(message, location.origin),
      (hear) => hearing.add(hear),
    );
    assert.deepEqual(await ask('start', config), {ok: undefined});
    return ask;
  }

  for (const [name, csp] of [['addresses', byAddress], ['nonces', byNonce]] as const) {
    it(`answers what its late file knows, under a policy of ${name}`, async () => {
      const ask = await aPage(csp);
      assert.deepEqual(await ask('session.current'), {ok: {status: 'anonymous'}});
    });
  }

  it('answers what its late file knows from the name that stays', async () => {
    const ask = await aPage(byAddress, `${kit.origin}/portal-worker.js`);
    assert.deepEqual(await ask('session.current'), {ok: {status: 'anonymous'}});
  });

  it('passes an error of the late file on as one of ours, with its details', async () => {
    const ask = await aPage(byAddress);
    const tooLarge = new Blob([new Uint8Array(50 * 1024 * 1024 + 1)]);
    assert.deepEqual(await ask('staff.scan', tooLarge, 'a.pdf', 'scan-1'), {failed: {code: 'TB_UPLOAD_TOO_LARGE', details: {limit: 50 * 1024 * 1024}}});
  });

  it('refuses what the late file would refuse, before it is reached', async () => {
    const ask = await aPage(byAddress);
    assert.equal((await ask('cases.draft', {$ne: ''})).failed?.code, 'TB_CONTRACT_INVALID');
    assert.equal((await ask('vault.keys')).failed?.code, 'TB_WORKER_REFUSED');
  });

  it('says that the network is gone while the late file cannot be had, and has it at the next call', async () => {
    const ask = await aPage(byAddress, `${kit.origin}/refusing/${String(Math.random())}/2/${kit.worker}`);
    assert.equal((await ask('session.current')).failed?.code, 'TB_NETWORK');
    assert.equal((await ask('cases.mine')).failed?.code, 'TB_NETWORK');
    assert.deepEqual(await ask('session.current'), {ok: {status: 'anonymous'}});
  });

  it('answers what its late file knows where it runs in the page', async () => {
    const {port1, port2} = new MessageChannel();
    const {serve} = (await import(/* @vite-ignore */ `${kit.origin}/${kit.worker}`)) as {serve: (port: MessagePort) => void};
    serve(port2);
    const ask = askerOf(
      (message) => port1.postMessage(message),
      (hear) => (port1.onmessage = ({data}: MessageEvent<{value: Answer}>) => hear(data)),
    );
    await ask('start', config);
    assert.deepEqual(await ask('session.current'), {ok: {status: 'anonymous'}});
    port1.close();
  });
});
