import {openDatabase, type Database} from '@tongban/gateway/database/database.js';
import {Client} from 'pg';
import {after} from 'node:test';

const url = process.env['DATABASE_URL'];

export interface TestDatabase {
  database: Database;
  /** Another process' view of the same data: a second connection pool on PostgreSQL; PGlite has one process, so the same object. */
  another(): Promise<Database>;
  /** Runs before the database is closed. */
  beforeClose(work: () => Promise<void>): void;
}

/** An empty database for one test file: PGlite in memory, or a database of its own on the server DATABASE_URL names. */
export async function aDatabase(): Promise<TestDatabase> {
  const works: (() => Promise<void>)[] = [];
  const beforeClose = (work: () => Promise<void>) => void works.unshift(work);
  const finish = async () => {
    for (const work of works) await work();
  };
  if (url === undefined) {
    const database = await openDatabase();
    after(async () => {
      await finish();
      await database.close();
    });
    return {database, another: () => Promise.resolve(database), beforeClose};
  }
  const name = `test_${process.pid}_${Math.random().toString(36).slice(2)}`;
  await onServer(url, `create database ${name}`);
  const own = new URL(url);
  own.pathname = `/${name}`;
  const opened = [await openDatabase({url: own.href})];
  after(async () => {
    await finish();
    for (const database of opened) await database.close();
    await onServer(url, `drop database ${name} with (force)`);
  });
  return {
    database: opened[0]!,
    beforeClose,
    async another() {
      const database = await openDatabase({url: own.href});
      opened.push(database);
      return database;
    },
  };
}

async function onServer(server: string, statement: string): Promise<void> {
  const client = new Client({connectionString: server});
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
