import {codeOf, TbError, type ErrorCode} from '@tongban/domain/errors.js';
import {parse} from '@tongban/domain/parse.js';
import type {Shown} from '@tongban/domain/portal.js';
import type {Connection} from '@tongban/vault/worker/connection.js';
import {keepCopy, readCopy, type CopyName} from '@tongban/vault/worker/copies.js';
import type {Safe} from '@tongban/vault/worker/safe.js';
import type * as v from 'valibot';

/** Failures after which a copy may stand in: nobody could be asked, or nobody is signed in who could ask. */
const PASSING: ReadonlySet<ErrorCode> = new Set([
  'TB_NETWORK', 'TB_TIMEOUT', 'TB_GATEWAY', 'TB_GATEWAY_ANSWER', 'TB_RATE_LIMITED', 'TB_INTERNAL', 'TB_SIGN_IN_REQUIRED', 'TB_SIGN_IN_EXPIRED',
]);

/** Asks the gateway and keeps a sealed copy of the answer; shows the copy, marked stale, when it cannot be asked. */
export type Show = <Schema extends v.GenericSchema>(name: CopyName, schema: Schema, ask: () => Promise<v.InferOutput<Schema>>) => Promise<Shown<v.InferOutput<Schema>>>;

export function createShow(database: Connection, findSafe: () => Promise<Safe | undefined>, now: () => number): Show {
  return async (name, schema, ask) => {
    try {
      const value = await ask();
      const asOf = new Date(now()).toISOString();
      await keep(name, {value, asOf});
      return {value, asOf, stale: false};
    } catch (cause) {
      if (!PASSING.has(codeOf(cause))) throw cause;
      const copy = await find(name);
      if (copy) return {value: parse(schema, copy.value, 'TB_VAULT_WRITE'), asOf: copy.asOf, stale: true};
      const code = codeOf(cause);
      throw code === 'TB_NETWORK' || code === 'TB_TIMEOUT' ? new TbError('TB_OFFLINE_NO_COPY', {cause}) : cause;
    }
  };

  /** Without an open vault, or with a full one, the answer is shown all the same. */
  async function keep(name: CopyName, copy: {value: unknown; asOf: string}): Promise<void> {
    const open = await findSafe();
    if (!open) return;
    try {
      await keepCopy(await database(), open, name, copy);
    } catch (error) {
      console.warn('A copy for offline use could not be kept:', codeOf(error));
    }
  }

  async function find(name: CopyName) {
    const open = await findSafe();
    return open && (await readCopy(await database(), open, name).catch(() => undefined));
  }
}
