import {assert} from '@open-wc/testing';
import {newId} from '@tongban/vault/shared/new-id.js';
import {connectDatabase} from '@tongban/vault/worker/connection.js';
import {openDatabase} from '@tongban/vault/worker/database.js';
import {deleteDB, openDB} from 'idb';
import {MONDAY} from '../support/open-vault.js';
import {rejectsWith} from '../support/rejects-with.js';

describe('the database of the vault', () => {
  let name: string;

  beforeEach(() => {
    name = `test-${newId(MONDAY)}`;
  });

  afterEach(() => deleteDB(name));

  it('says so when newer code wrote it, and touches nothing', async () => {
    const newer = await openDB(name, 99, {upgrade: (db) => void db.createObjectStore('from-the-future')});
    newer.close();
    await rejectsWith('TB_VAULT_NEWER', openDatabase({name}));
  });

  it('lets another tab upgrade, and tells its owner', async () => {
    const closed = new Promise<void>((resolve) => void openDatabase({name, onClosed: resolve}));
    const other = openDB(name, 99);
    await closed;
    (await other).close();
  });

  it('is opened again after it was closed', async () => {
    const database = connectDatabase(name);
    const first = await database();
    database.close();
    const second = await database();
    assert.notEqual(first, second);
    assert.equal(await second.count('drafts'), 0);
    database.close();
  });
});

describe('ids made here', () => {
  it('are UUIDs of version 7', () => {
    assert.match(newId(MONDAY), /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  it('sort by the time they were made', () => {
    assert.isBelow(newId(MONDAY).localeCompare(newId(MONDAY + 1)), 0);
    assert.equal(parseInt(newId(MONDAY).replace(/-/g, '').slice(0, 12), 16), MONDAY);
  });

  it('do not come twice', () => {
    assert.equal(new Set(Array.from({length: 1000}, () => newId(MONDAY))).size, 1000);
  });
});
