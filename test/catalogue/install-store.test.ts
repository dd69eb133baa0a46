import {openCatalogueStore} from '@tongban/catalogue/worker/catalogue-store.js';
import {connectStore} from '@tongban/catalogue/worker/connect-store.js';
import {assert} from '@open-wc/testing';
import {deleteDB, openDB, type IDBPDatabase} from 'idb';
import {anItem} from '../fixtures/service-items.js';
import {aDevice, found, MINUTE, query} from '../support/installed-catalogue.js';
import {aPublisher} from '../support/publisher.js';
import {until} from '../support/until.js';

const MOVE = anItem({name: '户口迁移', summary: '因工作调动迁移户口。'});
const BIRTH = anItem({name: '出生医学证明', summary: '新生儿的证明。'});

/** The database as the first version of this code made it. */
const openFirst = (name: string, blocking?: () => void): Promise<IDBPDatabase> =>
  openDB(name, 1, {
    upgrade(db) {
      for (const store of ['packs', 'guides', 'regions']) db.createObjectStore(store);
    },
    ...(blocking && {blocking}),
  });

describe('the database of the catalogue', () => {
  let name: string;

  beforeEach(() => {
    name = `test-${String(Math.random())}`;
  });

  afterEach(() => deleteDB(name));

  it('keeps what an older version of this code wrote', async () => {
    const first = await openFirst(name);
    const copy = {value: {name: 'a guide'}, asOf: '2026-03-01T00:00:00Z', etag: '"1"'};
    await first.put('guides', copy, ['https://gateway.example', 'code']);
    first.close();

    const store = await openCatalogueStore({name});
    assert.deepEqual(await store.get('guides', ['https://gateway.example', 'code']), copy);
    assert.sameMembers([...store.database.objectStoreNames], ['packs', 'guides', 'regions', 'parts', 'installed']);
    store.close();
  });

  it('does not wait for ever for a tab on old code that does not let go', async () => {
    const first = await openFirst(name, () => undefined);
    const began = performance.now();
    const refused = await openCatalogueStore({name}).then(
      () => false,
      () => true,
    );
    assert.isTrue(refused);
    assert.isBelow(performance.now() - began, 4_000);
    first.close();
  });

  it('lets go when a newer version of this code comes', async () => {
    let closed = 0;
    await openCatalogueStore({name, onClosed: () => (closed += 1)});
    const newer = await openDB(name, 99);
    assert.equal(closed, 1);
    newer.close();
  });

  it('is opened again after it was closed, and not at every call after it failed', async () => {
    let now = 0;
    const newer = await openDB(name, 99, {blocking: () => newer.close()});
    const connect = connectStore(() => now, name);
    const failed = connect();
    await failed.catch(() => undefined);
    assert.strictEqual(connect(), failed);
    newer.close();
    await deleteDB(name);
    now = MINUTE;
    const store = await connect();
    assert.strictEqual(await connect(), store);
    await deleteDB(name); // Asks open connections to close.
    assert.notStrictEqual(await connect(), store);
    (await connect()).close();
  });
});

describe('the installed list on a device that keeps nothing', () => {
  it('answers from memory where IndexedDB is forbidden, takes updates, and says that nothing is kept', async () => {
    const publisher = await aPublisher();
    const device = aDevice(publisher);
    const tab = device.tab({openStore: () => Promise.reject(new DOMException('forbidden', 'SecurityError'))});
    await publisher.publish({sequence: 1, layers: [[MOVE]]});
    assert.deepEqual(await found(tab, '工作调动', {tier: 'full'}), ['户口迁移']);
    assert.deepInclude(await tab.state(), {kept: false, texts: false});
    await publisher.publish({sequence: 2, layers: [[MOVE], [BIRTH]]});
    device.now += 10 * MINUTE;
    await tab.search(query('户口'));
    await until(() => tab.changes() > 0, 'the new list is taken');
    assert.deepEqual(await found(tab, '出生'), ['出生医学证明']);
    await publisher.publish({sequence: 1, layers: [[MOVE]]});
    device.now += 10 * MINUTE;
    await tab.search(query('户口'));
    await until(async () => (await tab.state()).problem === 'TB_CATALOGUE_ROLLED_BACK', 'the older list is refused');
    await device.close();
  });

  it('goes on when its database is taken away', async () => {
    const publisher = await aPublisher();
    const device = aDevice(publisher);
    const tab = device.tab();
    await publisher.publish({sequence: 1, layers: [[MOVE]]});
    await tab.search(query('户口'));
    await until(async () => (await tab.state()).texts, 'the texts are there');
    await deleteDB(device.name);
    device.cutOff();
    assert.deepEqual(await found(tab, '户口'), ['户口迁移']);
    device.reconnect();
    device.now += 10 * MINUTE;
    await publisher.publish({sequence: 2, layers: [[MOVE], [BIRTH]]});
    await tab.search(query('户口'));
    await until(async () => (await tab.state()).list?.sequence === 2, 'the next list is taken');
    assert.isTrue((await tab.state()).kept);
    await device.close();
  });
});
