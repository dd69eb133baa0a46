import sqlite3InitModule, {type Database} from '@sqlite.org/sqlite-wasm';
import {serveEngine} from '../serve-engine.js';
import {peerEngine} from './peer.js';
import type {Tier} from '../engine.js';

const sqlite = sqlite3InitModule();
/** The pool of files of the origin's private file system: SQLite's own advice for one worker without shared memory. */
const pool = sqlite.then((sqlite3) => sqlite3.installOpfsSAHPoolVfs({name: 'bench'}));
const open = new Map<Tier, Database>();

/** Below three signs the trigram index has nothing: the documented way is LIKE. */
function condition(term: string): [sql: string, bound: string] {
  return [...term].length < 3 ? [`text LIKE ?`, `%${term}%`] : ['text MATCH ?', `"${term}"`];
}

serveEngine({
  wasmBytes: async () => (await sqlite).wasm.heap8u().byteLength,
  ...peerEngine({
    async keep(tier, index) {
      const bytes = await index.arrayBuffer();
      const began = performance.now();
      await (await pool).importDb(`/${tier}.db`, bytes);
      return performance.now() - began;
    },
    async load(tier) {
      const {OpfsSAHPoolDb} = await pool;
      open.set(tier, new OpfsSAHPoolDb(`/${tier}.db`));
    },
    search(terms, tier) {
      const conditions = terms.map(condition);
      const sql = `SELECT rowid FROM items WHERE ${conditions.map(([each]) => each).join(' AND ')}`;
      return open.get(tier)!.selectValues(sql, conditions.map(([, bound]) => bound)) as number[];
    },
  }),
});
