import type {PendingSignIn, SignInStore} from '@tongban/session/worker/sign-in-store.js';
import type {KeyKeeper} from '@tongban/session/worker/key-keeper.js';
import {createSession, type Session} from '@tongban/session/worker/session.js';
import type {Connection} from '@tongban/vault/worker/connection.js';
import {findOwnDevice, forgetOwnDevice, keepOwnDevice} from '@tongban/vault/worker/own-device.js';
import {findSignIn, keepSignIn, takeSignIn} from '@tongban/vault/worker/sign-ins.js';
import type {WorkerConfig} from '../shared/worker-config.js';

/** The sign-in of a page at its gateway, with the vault as its memory across pages. */
export function openSession({gateway, callback, lang, staff}: WorkerConfig, database: Connection, now: () => number, reach: typeof fetch): Session {
  const store: SignInStore = {
    put: async (pending) => keepSignIn(await database(), pending.state, pending, now()),
    find: async (state) => (await findSignIn(await database(), state, now())) as PendingSignIn | undefined,
    take: async (state) => (await takeSignIn(await database(), state, now())) as PendingSignIn | undefined,
  };
  const keeper: KeyKeeper = {
    keep: async ({pair, until}) => keepOwnDevice(await database(), gateway, pair, until),
    async find() {
      const row = await findOwnDevice(await database(), gateway, now());
      return row && {pair: row.signing, until: row.expiresAt};
    },
    forget: async () => forgetOwnDevice(await database(), gateway),
  };
  return createSession({
    gateway,
    clientId: new URL(callback).origin,
    redirectUri: callback,
    fetch: reach,
    now,
    store,
    lang,
    ...(!staff && {keeper}), // A window's PC is nobody's own.
  });
}
