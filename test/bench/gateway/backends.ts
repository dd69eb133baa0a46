import {defaultLimits} from '@tongban/gateway/config.js';
import {postgres} from '../../support/stages/postgres.mjs';
import {note} from '../figure.js';
import type {Province, ProvinceOptions} from './province.js';

export type Backend = 'pglite' | 'postgres';

/** Runs a bench on PGlite, then on a PostgreSQL server of its own. */
export async function onEachBackend(bench: (backend: Backend, database: ProvinceOptions['database']) => Promise<void>): Promise<void> {
  await bench('pglite', 'pglite');
  await onPostgres((database) => bench('postgres', database));
}

export async function onPostgres(bench: (database: ProvinceOptions['database']) => Promise<void>): Promise<void> {
  const {env, stop} = await postgres();
  try {
    await bench({url: env.DATABASE_URL});
  } finally {
    await stop();
  }
}

/** What has to stand beside a figure of the gateway, or it says nothing. */
export function noteTerms(backend: Backend, {durability}: Province): void {
  const {perPrincipal, perAddress, listenersPerPrincipal} = defaultLimits;
  note(`${backend} durability: ${durability}`);
  note(`limits in force: ${perPrincipal} requests a minute per person, ${perAddress} per address (each client has its own), ${listenersPerPrincipal} event streams per person`);
}
