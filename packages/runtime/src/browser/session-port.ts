import {hasCode, TbError} from '@tongban/domain/errors.js';
import type {SessionState} from '@tongban/domain/people/person.js';
import type {SessionPort, SignInWish} from '@tongban/domain/portal.js';
import {askInFrame} from '@tongban/session/browser/ask-in-frame.js';
import {homeHint} from '@tongban/session/browser/hint.js';
import {carryOnTo, returnedAddress, tidyAddress} from '@tongban/session/browser/redirect.js';
import type {CallRemote} from './call-remote.js';
import {tabMemory} from './tab-memory.js';

export interface PageSession {
  readonly port: SessionPort;
  /** Resolves once a return from the gateway, or a silent question to it, has been dealt with; never rejects. */
  settled(): Promise<void>;
  /**
   * Whether nobody signed in here before: then nobody is here now, and a first visit need not wait for the code that knows people.
   *
   * @throws TB_WORKER_STOPPED
   */
  isStranger(): Promise<boolean>;
  /** The network is back: who could not be asked before is asked now. */
  networkIsBack(): void;
}

/** The part of signing in that needs the page: leaving it, coming back to it, asking the gateway in a hidden frame. */
export function sessionPort(callWorker: CallRemote, {isStaff}: {isStaff: boolean}): PageSession {
  const hint = homeHint(() => localStorage);
  const tab = tabMemory(() => sessionStorage);
  let settling: Promise<void> | undefined;
  let failure: Error | undefined;
  let isUnasked = false;
  let hasAsked = false;

  const call: CallRemote = (name, ...args) => {
    hasAsked = true;
    return callWorker(name, ...args);
  };

  const settled = () =>
    (settling ??= settle().catch((error: unknown) => {
      failure = error instanceof Error ? error : new TbError('TB_SIGN_IN_FAILED', {cause: error});
    }));

  async function isStranger(): Promise<boolean> {
    await settled();
    if (hasAsked || hint.read() !== undefined) return false;
    await callWorker('ping');
    return true;
  }

  async function settle(): Promise<void> {
    const returned = returnedAddress(location);
    const began = returned === undefined ? undefined : await call('session.returnPath', returned);
    if (returned !== undefined && began !== undefined) await comeBack(returned, began);
    else await askIfKnown();
  }

  /** Somebody signed in on this device before. That the gateway cannot be asked is no failure: what is here can be read all the same. */
  async function askIfKnown(): Promise<void> {
    isUnasked = false;
    if (hint.read() === undefined || tab.nobodyIsThere) return;
    try {
      await askSilently();
    } catch (error) {
      isUnasked = hasCode(error, 'TB_NETWORK') || hasCode(error, 'TB_TIMEOUT') || hasCode(error, 'TB_GATEWAY');
      tab.nobodyIsThere = !isUnasked;
    }
  }

  /** Other addresses with a `code` are the portal's own affair and never come here. */
  async function comeBack(returned: string, began: string): Promise<void> {
    const onward = carryOnTo(returned, began);
    if (onward !== undefined) {
      location.replace(onward);
      return new Promise(() => undefined); // The page is going.
    }
    try {
      const {state} = await call('session.complete', returned);
      const wish = tab.takeWish();
      if (state.status === 'anonymous' && wish) await askOpenly(wish, new URL(began, location.href).href);
      else await remember(state);
    } finally {
      tidyAddress(history, began);
    }
  }

  async function askSilently(): Promise<void> {
    const step = await call('session.begin', isStaff ? {userType: 'staff'} : {}, {mode: 'inFrame', from: location.href});
    if ('done' in step) return;
    const returned = await askInFrame(step.go);
    if (returned !== undefined) await remember((await call('session.complete', returned)).state);
  }

  async function askOpenly(wish: SignInWish, from: string): Promise<SessionState> {
    const home = wish.homeRegion ?? (isStaff ? undefined : hint.read());
    const step = await call('session.begin', {...wish, ...(home !== undefined && {homeRegion: home})}, {mode: 'openly', from});
    return 'done' in step ? step.done : leave(step.go);
  }

  /**
   * Somebody who signed in at another province's portal is known to the hub: it is asked without showing anything first, and openly
   * only when it knows nobody (design.md §6). Whoever says more than "sign me in" is asked at once.
   */
  async function signIn(wish: SignInWish = {}): Promise<SessionState> {
    await settled();
    failure = undefined;
    const full: SignInWish = isStaff ? {...wish, userType: 'staff'} : wish;
    const isPlain = full.userType !== 'staff' && full.homeRegion === undefined && full.minLoa === undefined && !full.ownDevice && hint.read() === undefined;
    if (!isPlain) return askOpenly(full, location.href);
    const step = await call('session.begin', full, {mode: 'quietly', from: location.href});
    if ('done' in step) return step.done;
    tab.keepWish(full);
    return leave(step.go);
  }

  async function remember(state: SessionState): Promise<void> {
    tab.nobodyIsThere = state.status !== 'signedIn';
    if (state.status !== 'signedIn') return;
    hint.remember(state.person?.homeRegion ?? state.staff?.region ?? '');
    await actAsBefore();
  }

  /** The worker of the page before knew whom the person acts for; this one is told. Somebody else at this tab has no such delegation. */
  async function actAsBefore(): Promise<void> {
    const {actingUnder} = tab;
    if (actingUnder === undefined) return;
    try {
      await call('session.actUnder', actingUnder);
    } catch (error) {
      if (hasCode(error, 'TB_DELEGATION_MISSING')) tab.actingUnder = undefined;
    }
  }

  /** Leaves the page. Resolves only for somebody who comes back with the browser's Back button. */
  function leave(go: string): Promise<SessionState> {
    return new Promise((resolve, reject) => {
      addEventListener('pageshow', () => void call('session.current').then(resolve, reject), {once: true});
      location.assign(go);
    });
  }

  if (returnedAddress(location) !== undefined) void settled(); // A code is good for seconds, and nobody may ask who is here.

  return {
    settled,
    isStranger,
    networkIsBack() {
      if (isUnasked) settling = askIfKnown();
    },
    port: {
      async current() {
        await settled();
        const failed = failure;
        failure = undefined; // Told once; asked again, the answer is who is here.
        if (failed && !hasCode(failed, 'TB_SIGN_IN_CANCELLED')) throw failed;
        return (await isStranger()) ? {status: 'anonymous'} : call('session.current');
      },
      signIn,
      async signOut() {
        hint.forget();
        tab.actingUnder = undefined;
        tab.forgetAnswers();
        const {go} = await call('session.leave');
        if (go !== undefined) await leave(go);
      },
      async actUnder(delegationId) {
        await settled();
        const state = await call('session.actUnder', delegationId);
        tab.actingUnder = delegationId ?? undefined;
        return state;
      },
    },
  };
}
