import type {Region6} from '@tongban/domain/primitives.js';
import type {Db} from '../database/database.js';
import type {Principal} from '../identity/principal.js';
import {ownerOf} from '../uploads/uploads.js';

/** What a home showed a reader here, kept for when the home cannot be reached. Only that reader gets it again. */
export interface Replicas {
  keep(reader: Principal, about: string, home: Region6, body: object): Promise<void>;
  find<T extends object>(reader: Principal, about: string, home: Region6): Promise<T | undefined>;
  prune(before: Date): Promise<void>;
}

export function replicas(db: Db, now: () => Date): Replicas {
  return {
    async keep(reader, about, home, body) {
      const values = {body: JSON.stringify(body), at: now()};
      await db
        .insertInto('replicas')
        .values({reader: ownerOf(reader), about, home, ...values})
        .onConflict((taken) => taken.columns(['reader', 'about', 'home']).doUpdateSet(values))
        .execute();
    },
    async find<T extends object>(reader: Principal, about: string, home: Region6) {
      const row = await db
        .selectFrom('replicas')
        .select('body')
        .where('reader', '=', ownerOf(reader))
        .where('about', '=', about)
        .where('home', '=', home)
        .executeTakeFirst();
      return row?.body as T | undefined;
    },
    async prune(before) {
      await db.deleteFrom('replicas').where('at', '<', before).execute();
    },
  };
}
