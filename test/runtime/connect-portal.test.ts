import {assert} from '@open-wc/testing';
import type {Change} from '@tongban/domain/portal.js';
import {connectPortal, type ConnectedPortal} from '@tongban/runtime/browser/connect-portal.js';
import {callAhead, startWorker} from '@tongban/runtime/browser/start-worker.js';
import type {WorkerConfig} from '@tongban/runtime/shared/worker-config.js';
import {homeHint} from '@tongban/session/browser/hint.js';
import {rejectsWith} from '../support/rejects-with.js';
import {until} from '../support/until.js';

const main = new URL('../../packages/runtime/src/worker/main.ts', import.meta.url).href;
/** Nothing listens here: a browser refuses the connection at once. */
const gateway = 'http://localhost:9';

const configOf = (set: {region?: string; staff?: boolean}): WorkerConfig => ({gateway, region: '310000', callback: location.href, lang: 'zh-CN', staff: false, ...set});

function open({entry = main, ...set}: {entry?: string; region?: string; staff?: boolean} = {}): ConnectedPortal {
  return connectPortal({config: configOf(set), startWorker: (told) => startWorker(entry, told)});
}

/** A portal’s own one-line stub, as it would be named in its page. */
function nameStub(content: string): () => void {
  const meta = Object.assign(document.createElement('meta'), {name: 'tongban-worker', content});
  document.head.append(meta);
  return () => meta.remove();
}

/** How often the page has called this, so far. */
function countCalls(port: Worker | MessagePort, name: string): () => number {
  let count = 0;
  const post = port.postMessage.bind(port) as (message: unknown, transfer: Transferable[]) => void;
  port.postMessage = (message: {path?: string[]}, transfer: unknown = []) => {
    if (message.path?.[0] === name) count++;
    post(message, transfer as Transferable[]);
  };
  return () => count;
}

describe('a portal that connects', () => {
  let portal: ConnectedPortal;

  afterEach(() => portal.close());

  it('starts one worker and answers calls made before it was ready', async () => {
    portal = open();
    const asked = portal.session.current();
    await portal.ready;
    assert.isUndefined(portal.reduced);
    assert.deepEqual(await asked, {status: 'anonymous'});
  });

  it('says that it has neither network nor copy', async () => {
    portal = open();
    await rejectsWith('TB_OFFLINE_NO_COPY', portal.catalogue.guide(`never-seen-${String(Date.now())}`));
  });

  it('tells that the network is gone, by what requests really met', async () => {
    portal = open();
    const heard = new Promise<Change>((resolve) => portal.onChange(resolve));
    await rejectsWith('TB_OFFLINE_NO_COPY', portal.catalogue.guide(`never-seen-${String(Date.now())}`));
    assert.deepEqual(await heard, {about: 'network', online: false});
  });

  it('hears what its worker said before the portal was there', async () => {
    const started = await startWorker(main, configOf({}));
    const {port} = started;
    const answered = new Promise<void>((resolve) =>
      port.addEventListener('message', (event) => {
        if ((event as MessageEvent<{id?: string}>).data.id?.startsWith('ahead-')) resolve();
      }),
    );
    callAhead(started, 'catalogue.guide', `never-seen-${String(Date.now())}`);
    await answered;
    portal = connectPortal({config: configOf({}), startWorker: () => Promise.resolve(started)});
    const heard = new Promise<Change>((resolve) => portal.onChange(resolve));
    assert.deepEqual(await heard, {about: 'network', online: false});
  });

  it('says that its worker refused its configuration', async () => {
    portal = open({region: 'Shanghai'});
    await rejectsWith('TB_CONTRACT_INVALID', portal.ready);
  });

  it('asks for a sign-in before it opens a draft', async () => {
    portal = open();
    await rejectsWith('TB_SIGN_IN_REQUIRED', portal.cases.openDraft({taskCode: 'any'}));
  });

  it('asks again who is here as soon as the browser says that the network is back', async () => {
    const hint = homeHint(() => localStorage);
    hint.remember('320000');
    const started = await startWorker(main, configOf({}));
    const asked = countCalls(started.port, 'session.begin');
    portal = connectPortal({config: configOf({}), startWorker: () => Promise.resolve(started)});
    await portal.session.current();
    const before = asked();
    dispatchEvent(new Event('online'));
    await until(() => asked() > before, 'it asks again').finally(() => hint.forget());
  });

  it('knows nothing that is held for a visitor', async () => {
    portal = open();
    assert.deepEqual(await portal.certificates.held('any'), []);
  });

  it('fails what waits when it is closed, and every call after', async () => {
    portal = open();
    await portal.ready;
    const waiting = portal.catalogue.search({text: '', near: [], scope: 'all', limit: 1});
    portal.close();
    await rejectsWith('TB_WORKER_STOPPED', waiting);
    await rejectsWith('TB_WORKER_STOPPED', portal.session.current());
  });

  it('runs in the page, and says so, where the host lets no worker start', async () => {
    const remove = nameStub('/there-is-no-such-stub.js');
    portal = open();
    await portal.ready;
    remove();
    assert.equal(portal.reduced, 'inPage');
    assert.deepEqual(await portal.session.current(), {status: 'anonymous'});
  });

  it('uses the stub that the host names', async () => {
    const stub = URL.createObjectURL(new Blob([`import(${JSON.stringify(main)})`], {type: 'text/javascript'}));
    const remove = nameStub(stub);
    portal = open();
    await portal.ready;
    remove();
    assert.isUndefined(portal.reduced);
  });

  it('says so when its worker’s file cannot be loaded at all', async () => {
    portal = open({entry: new URL('/no-such-file.js', location.href).href});
    await rejectsWith('TB_WORKER_STOPPED', portal.ready);
    await rejectsWith('TB_WORKER_STOPPED', portal.session.current());
  });

  it('has no staff calls unless it is a window', async () => {
    portal = open();
    assert.isUndefined(portal.staff);
    portal.close();
    portal = open({staff: true});
    await rejectsWith('TB_SIGN_IN_REQUIRED', portal.staff!.inbox());
  });

  it('keeps a rating by ticket while there is no network', async () => {
    portal = open();
    const kept = await portal.ratings.rate({subject: {by: 'ticket', ticket: 'a-ticket'}, stars: 4, tags: [], comment: '', channel: 'qr'});
    assert.equal(kept.state, 'queued');
  });
});
