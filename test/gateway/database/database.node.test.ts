import {lockInTransaction} from '@tongban/gateway/database/database.js';
import {lockFolder} from '@tongban/gateway/database/folder-lock.js';
import {notify} from '@tongban/gateway/database/notices.js';
import {hasCode} from '@tongban/domain/errors.js';
import assert from 'node:assert/strict';
import {mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {describe, it} from 'node:test';
import {aDatabase} from '../support/a-database.js';
import {until} from '../support/until.js';

const NOON = new Date('2026-03-02T04:00:00.000Z');

describe('the database', async () => {
  const {database, another} = await aDatabase();

  it('keeps provinces apart', async () => {
    const [shanghai, jiangsu] = [await database.tenant('310000'), await database.tenant('320000')];
    await shanghai.insertInto('staff').values({id: 'a', record: '{"name":"甲"}'}).execute();
    assert.deepEqual(await shanghai.selectFrom('staff').select(['id', 'record']).execute(), [{id: 'a', record: {name: '甲'}}]);
    assert.deepEqual(await jiangsu.selectFrom('staff').selectAll().execute(), []);
  });

  it('answers times as dates and counts as numbers', async () => {
    const db = await database.tenant('310000');
    await db.insertInto('audit').values({who: 'w', route: 'r', case_no: null, code: 'ok', at: NOON}).execute();
    const row = await db.selectFrom('audit').selectAll().executeTakeFirstOrThrow();
    assert.deepEqual(row.at, NOON);
    assert.equal(typeof row.id, 'number');
  });

  it('keeps nothing of a transaction that fails', async () => {
    const db = await database.tenant('330000');
    const failing = db.transaction().execute(async (tx) => {
      await tx.insertInto('staff').values({id: 'half', record: '{}'}).execute();
      throw new Error('power cut');
    });
    await assert.rejects(failing, /power cut/);
    assert.deepEqual(await db.selectFrom('staff').selectAll().execute(), []);
  });

  it('goes on after a statement the server refuses', async () => {
    const db = await database.tenant('330000');
    const doubled = db.transaction().execute(async (tx) => {
      await tx.insertInto('staff').values([{id: 'x', record: '{}'}, {id: 'x', record: '{}'}]).execute();
    });
    await assert.rejects(doubled, {code: '23505'});
    await db.insertInto('staff').values({id: 'y', record: '{}'}).execute();
    assert.equal((await db.selectFrom('staff').selectAll().execute()).length, 1);
  });

  it('migrates once when several processes start together', async () => {
    const processes = [database, await another(), await another()];
    const tenants = await Promise.all(processes.map((process) => process.tenant('340000')));
    for (const db of tenants) assert.deepEqual(await db.selectFrom('cases').selectAll().execute(), []);
  });

  it('lets one transaction at a time hold a lock', async () => {
    const processes = [await database.tenant('320000'), await (await another()).tenant('320000')];
    let inside = 0;
    let most = 0;
    await Promise.all(
      Array.from({length: 8}, (_, n) =>
        processes[n % 2]!.transaction().execute(async (tx) => {
          await lockInTransaction(tx, 'one thing');
          most = Math.max(most, ++inside);
          await tx.selectFrom('staff').selectAll().execute();
          inside--;
        }),
      ),
    );
    assert.equal(most, 1);
  });

  it('carries notices between processes, once the transaction has ended', async () => {
    const db = await database.tenant('320000');
    let heard = 0;
    const stop = await (await another()).notices.listen('tb_test', () => heard++);
    await db.transaction().execute(async (tx) => {
      await notify(tx, 'tb_test');
      assert.equal(heard, 0);
    });
    await until(() => heard === 1);
    stop();
    await notify(db, 'tb_test');
    let later = 0;
    await database.notices.listen('tb_test', () => later++);
    await notify(db, 'tb_test');
    await until(() => later > 0);
    assert.equal(heard, 1);
  });
});

describe('a database folder', () => {
  it('belongs to one living process', async () => {
    const parent = await mkdtemp(join(tmpdir(), 'tongban-lock-'));
    const folder = join(parent, 'data');
    const unlock = await lockFolder(folder);
    await assert.rejects(lockFolder(folder), (error) => hasCode(error, 'TB_CONFIG'));
    unlock();
    (await lockFolder(folder))();
    await rm(parent, {recursive: true});
  });

  it('is taken over from a process that died', async () => {
    const parent = await mkdtemp(join(tmpdir(), 'tongban-lock-'));
    const folder = join(parent, 'data');
    await writeFile(`${folder}.lock`, '4194303');
    (await lockFolder(folder))();
    await rm(parent, {recursive: true});
  });
});
