import {TbError} from '@tongban/domain/errors.js';
import type {SessionState} from '@tongban/domain/people/person.js';
import type {GatewayClient} from '@tongban/gateway-api/client.js';
import type {Session} from '@tongban/session/worker/session.js';
import type {Connection} from '@tongban/vault/worker/connection.js';
import {unlock} from '@tongban/vault/worker/keyring.js';
import {leaveVaultOpen, openOwnDevice} from '@tongban/vault/worker/own-device.js';
import {sweep} from '@tongban/vault/worker/receipts.js';
import type {Safe} from '@tongban/vault/worker/safe.js';
import type {WorkerApi} from '../shared/protocol.js';

export interface PeopleOptions {
  readonly gateway: string;
  readonly session: Session;
  readonly database: Connection;
  /** Signed calls. */
  readonly client: GatewayClient;
  readonly now: () => number;
  /** Whose vault is open has changed, or how far they are signed in. */
  readonly onChanged: () => void;
}

/** Who is here: their sign-in, and their vault, which stays open in memory when the sign-in expires. */
export interface People {
  state(): Promise<SessionState>;
  /** The open vault, if any. */
  readonly safe: () => Safe | undefined;
  /** The same, after looking whether this device was left open by its owner. */
  readonly findSafe: () => Promise<Safe | undefined>;
  /** @throws TbError TB_SIGN_IN_REQUIRED, TB_INSECURE_CONTEXT */
  requireSafe(): Promise<Safe>;
  /** Under which delegation the person acts now. */
  delegationId(): string | undefined;
  userType(): 'person' | 'corp' | undefined;
  begin: WorkerApi['session.begin'];
  returnPath: WorkerApi['session.returnPath'];
  complete: WorkerApi['session.complete'];
  actUnder(delegationId: string | null): Promise<SessionState>;
  /** Signs out, and forgets what was left on a person's own device. */
  leave: WorkerApi['session.leave'];
  /** Another tab signed out: so does this one, without telling anybody. */
  forget(): void;
}

type Who = Pick<Extract<SessionState, {status: 'signedIn'}>, 'person' | 'staff'>;

export function createPeople({gateway, session, database, client, now, onChanged}: PeopleOptions): People {
  let who: Who | undefined;
  let safe: Safe | undefined;
  let coming: Promise<void> | undefined;
  let ownDevice: Promise<void> | undefined;

  session.onChange(() => {
    if (session.current().status === 'expired') onChanged();
  });

  const people: People = {
    async state() {
      await askOwnDevice();
      const current = session.current();
      if (current.status !== 'signedIn') return {status: current.status === 'expired' || safe ? 'expired' : 'anonymous'};
      await comeIn();
      return {status: 'signedIn', ...who, expiresAt: new Date(current.expiresAt).toISOString()};
    },

    safe: () => safe,

    async findSafe() {
      await askOwnDevice();
      return safe;
    },

    async requireSafe() {
      requireSecureContext();
      await askOwnDevice();
      if (session.current().status === 'signedIn') await comeIn();
      if (!safe) throw new TbError('TB_SIGN_IN_REQUIRED');
      return safe;
    },

    delegationId: () => who?.person?.actingFor?.id,
    userType: () => who?.person?.actingFor?.grantorType ?? who?.person?.userType,

    async begin(wish, {mode, from}) {
      requireSecureContext();
      const isEnough = session.current().status === 'signedIn' && (wish.minLoa ?? 0) <= (who?.person?.loa ?? 0) && wish.ownDevice !== true;
      if (isEnough) return {done: await people.state()};
      return {go: (await session.begin(wish, {mode, from})).navigateTo};
    },

    returnPath: (returned) => session.returnPathOf(returned),

    async complete(returned) {
      requireSecureContext();
      const {current, returnTo} = await session.complete(returned);
      coming = undefined;
      if (current.status === 'signedIn') await comeIn();
      return {state: await people.state(), backTo: returnTo};
    },

    async actUnder(delegationId) {
      const {vaultShare: _opened, ...next} = await client.call('me', {query: delegationId === null ? {} : {delegation: delegationId}});
      if ((next.person?.actingFor?.id ?? null) !== delegationId) throw new TbError('TB_DELEGATION_MISSING');
      who = next;
      onChanged();
      return people.state();
    },

    async leave() {
      const {navigateTo} = await session.signOut();
      close();
      return navigateTo === undefined ? {} : {go: navigateTo};
    },

    forget() {
      void session.forget();
      close();
    },
  };
  return people;

  /** Asks who is signed in and opens their vault; once per sign-in, and again after it failed. */
  function comeIn(): Promise<void> {
    coming ??= open().catch((error: unknown) => {
      coming = undefined;
      throw error;
    });
    return coming;
  }

  async function open(): Promise<void> {
    const {vaultShare, ...view} = await client.call('me', {query: {}});
    const personId = view.person?.id ?? view.staff?.id;
    if (personId === undefined) throw new TbError('TB_GATEWAY_ANSWER', {details: {at: 'me'}});
    const db = await database();
    const unlocked = await unlock(db, {gateway, personId, share: vaultShare}, now());
    if (!view.staff) await leaveVaultOpen(db, gateway, unlocked);
    who = view;
    if (safe?.owner !== unlocked.safe.owner) safe = unlocked.safe; // The same person's vault stays open through a step-up.
    await sweep(db, safe.owner, now());
    onChanged();
  }

  function close(): void {
    safe?.lock();
    safe = who = coming = undefined;
    onChanged();
  }

  /** Once, before the first answer: a reload on a person's own device opens what they left there. */
  function askOwnDevice(): Promise<void> {
    ownDevice ??= (async () => {
      if (!isSecureContext) return;
      const left = await openOwnDevice(await database(), gateway, now()).catch(() => undefined);
      if (!left || safe) return;
      safe = left;
      onChanged();
    })();
    return ownDevice;
  }
}

/** Without https there is no WebCrypto, so nothing could be sealed or signed. */
function requireSecureContext(): void {
  if (!isSecureContext) throw new TbError('TB_INSECURE_CONTEXT');
}
