import {sql} from 'kysely';
import type {Db} from '../database/database.js';

/** State of the OpenID provider: a JSON value with a name, and the few things it is looked up by. */
export interface Payload {
  readonly kind: string;
  readonly id: string;
  readonly value: Record<string, unknown>;
  /** Milliseconds since 1970 by the security clock; absent: for ever. */
  readonly expiresAt?: number;
}

/** A token with the session it hangs on, fetched together because every request asks for both. */
export interface TokenWithSession {
  readonly kind: string;
  readonly token: Record<string, unknown>;
  readonly session?: Record<string, unknown>;
}

/** Where the provider keeps its state. Every process on one database sees the same; what has expired is not found. */
export interface PayloadStore {
  put(payload: Payload): Promise<void>;
  /** Keeps it unless there is one of that name: of several processes, one hears true. */
  add(payload: Payload): Promise<boolean>;
  find(kind: string, id: string): Promise<Record<string, unknown> | undefined>;
  findByUid(kind: string, uid: string): Promise<Record<string, unknown> | undefined>;
  findByAccount(kind: string, accountId: string): Promise<Record<string, unknown>[]>;
  /** Finds and removes in one step, so that only one caller ever gets it. */
  take(kind: string, id: string): Promise<Record<string, unknown> | undefined>;
  /** Marks it used. False when it was used before. */
  consume(kind: string, id: string): Promise<boolean>;
  remove(kind: string, id: string): Promise<void>;
  removeByGrant(kind: string, grantId: string): Promise<void>;
  /** Ends everything of one account: sessions, grants, codes, tokens. Not a sign-in under way, which may be somebody else's by now. */
  removeByAccount(accountId: string): Promise<void>;
  /** One of `kinds` by its value, with the session of `sessionKinds` it names. */
  tokenWithSession(kinds: readonly string[], id: string): Promise<TokenWithSession | undefined>;
  removeExpired(): Promise<void>;
}

/** The store over one tenant's tables. */
export function databasePayloadStore(db: Db): PayloadStore {
  const row = ({kind, id, value, expiresAt}: Payload) => ({
    kind,
    id,
    payload: JSON.stringify(value),
    grant_id: textOf(value.grantId),
    user_code: null,
    uid: textOf(value.uid),
    expires_at: expiresAt === undefined ? null : new Date(expiresAt),
    consumed_at: typeof value.consumed === 'number' ? new Date(value.consumed * 1000) : null,
  });
  const live = () => sql<boolean>`(expires_at is null or expires_at > ${new Date(Date.now())})`;
  const select = () => db.selectFrom('oidc_payloads').select(['payload', 'consumed_at']).where(live());
  const account = (accountId: string) => sql<boolean>`payload->>'accountId' = ${accountId}`;

  return {
    async put(payload) {
      const fresh = row(payload);
      await db
        .insertInto('oidc_payloads')
        .values(fresh)
        .onConflict((conflict) => conflict.columns(['kind', 'id']).doUpdateSet(fresh))
        .execute();
    },
    async add(payload) {
      const added = await db
        .insertInto('oidc_payloads')
        .values(row(payload))
        .onConflict((conflict) => conflict.columns(['kind', 'id']).doNothing())
        .returning('id')
        .execute();
      return added.length === 1;
    },
    async find(kind, id) {
      return valueOf(await select().where('kind', '=', kind).where('id', '=', id).executeTakeFirst());
    },
    async findByUid(kind, uid) {
      return valueOf(await select().where('kind', '=', kind).where('uid', '=', uid).executeTakeFirst());
    },
    async findByAccount(kind, accountId) {
      const rows = await select().where('kind', '=', kind).where(account(accountId)).execute();
      return rows.map((found) => valueOf(found)!);
    },
    async take(kind, id) {
      const taken = await db
        .deleteFrom('oidc_payloads')
        .where('kind', '=', kind)
        .where('id', '=', id)
        .where(live())
        .returning(['payload', 'consumed_at'])
        .executeTakeFirst();
      return valueOf(taken);
    },
    async consume(kind, id) {
      const consumed = await db
        .updateTable('oidc_payloads')
        .set({consumed_at: new Date(Date.now())})
        .where('kind', '=', kind)
        .where('id', '=', id)
        .where('consumed_at', 'is', null)
        .returning('id')
        .execute();
      return consumed.length === 1;
    },
    async remove(kind, id) {
      await db.deleteFrom('oidc_payloads').where('kind', '=', kind).where('id', '=', id).execute();
    },
    async removeByGrant(kind, grantId) {
      await db.deleteFrom('oidc_payloads').where('kind', '=', kind).where('grant_id', '=', grantId).execute();
    },
    async removeByAccount(accountId) {
      await db.deleteFrom('oidc_payloads').where(account(accountId)).where('kind', 'not like', '%Interaction').execute();
    },
    async tokenWithSession(kinds, id) {
      const found = await db
        .selectFrom('oidc_payloads as token')
        .leftJoin('oidc_payloads as session', (join) =>
          join
            .on(sql<boolean>`session.uid = token.payload->>'sessionUid'`)
            .on(sql<boolean>`session.expires_at > ${new Date(Date.now())}`)
            .on(sql<boolean>`session.kind like '%Session'`),
        )
        .select(['token.kind', 'token.payload as token', 'session.payload as session'])
        .where('token.kind', 'in', [...kinds])
        .where('token.id', '=', id)
        .where('token.expires_at', '>', new Date(Date.now()))
        .executeTakeFirst();
      if (!found) return undefined;
      return {kind: found.kind, token: found.token as Record<string, unknown>, session: (found.session ?? undefined) as Record<string, unknown> | undefined};
    },
    async removeExpired() {
      await db.deleteFrom('oidc_payloads').where('expires_at', '<', new Date(Date.now())).execute();
      await db.deleteFrom('proofs_seen').where('expires_at', '<', new Date(Date.now())).execute();
    },
  };
}

const textOf = (value: unknown) => (typeof value === 'string' ? value : null);

function valueOf(found: {payload: object; consumed_at: Date | null} | undefined): Record<string, unknown> | undefined {
  if (!found) return undefined;
  const consumed = found.consumed_at ? {consumed: Math.floor(found.consumed_at.getTime() / 1000)} : {};
  return {...found.payload, ...consumed};
}
