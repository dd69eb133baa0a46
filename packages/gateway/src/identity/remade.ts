import type {Db} from '../database/database.js';
import {sweeper} from './sweeper.js';
import {tenantSecrets, type TenantSecrets} from './tenant-secrets.js';

/** Something that is made for a set of keys and has to be made anew when they change. */
export interface Remade<T> {
  readonly now: T;
  /** Looks whether the keys are still the same. */
  refresh(): Promise<void>;
  close(): void;
}

/**
 * Makes it, looks now and then for other keys, and then puts a new one in the place of the old. What is under way goes on with the old
 * one: all that lasts is in the database.
 */
export async function remade<T extends {close(): void}>(db: Db, make: (secrets: TenantSecrets) => Promise<T>): Promise<Remade<T>> {
  let secrets = await tenantSecrets(db);
  let made = await make(secrets);

  async function refresh(): Promise<void> {
    const fresh = await tenantSecrets(db);
    if (namesOf(fresh) === namesOf(secrets)) return;
    const next = await make(fresh);
    made.close();
    [secrets, made] = [fresh, next];
  }

  const looking = sweeper(refresh);
  return {
    get now() {
      return made;
    },
    refresh,
    close() {
      looking.stop();
      made.close();
    },
  };
}

const namesOf = ({signingKeys}: TenantSecrets): string => signingKeys.map(({kid}) => kid).join(' ');
