import type {SessionState} from '@tongban/domain/person.js';
import type {SessionPort, SignInWish} from '@tongban/domain/portal.js';
import {askInFrame} from '@tongban/session/browser/ask-in-frame.js';
import type {CallRemote} from './call-remote.js';

export interface PageSession {
  readonly port: SessionPort;
  /** Resolves once a return from the gateway, or a silent question to it, has been dealt with; never rejects. */
  settled(): Promise<void>;
}

/** The part of signing in that needs the page: leaving it, coming back to it, asking the gateway in a hidden frame. */
export function sessionPort(call: CallRemote): PageSession {
  let settling: Promise<void> | undefined;

  const settled = () => (settling ??= settle().catch(() => undefined));

  async function settle(): Promise<void> {
    if (isReturn(location)) return comeBack();
    if (await call('session.isKnown')) await askSilently({});
  }

  async function comeBack(): Promise<void> {
    const {backTo} = await call('session.complete', location.href); // An address that is not ours is refused and left alone.
    history.replaceState(history.state, '', backTo);
  }

  async function askSilently(wish: SignInWish): Promise<SessionState | undefined> {
    const step = await call('session.begin', wish, {silently: true, from: location.href});
    if ('done' in step) return step.done;
    const returned = await askInFrame(step.go);
    return returned === undefined ? undefined : (await call('session.complete', returned)).state;
  }

  async function signIn(wish: SignInWish = {}): Promise<SessionState> {
    await settled();
    const step = await call('session.begin', wish, {silently: false, from: location.href});
    return 'done' in step ? step.done : leave(step.go, call);
  }

  return {
    settled,
    port: {
      async current() {
        await settled();
        return call('session.current');
      },
      signIn,
      async signOut() {
        const {go} = await call('session.leave', location.href);
        if (go !== undefined) await leave(go, call);
      },
      async actUnder(delegationId) {
        await settled();
        return call('session.actUnder', delegationId);
      },
    },
  };
}

/** Leaves the page. Resolves only for somebody who comes back with the browser's Back button. */
function leave(go: string, call: CallRemote): Promise<SessionState> {
  return new Promise((resolve, reject) => {
    addEventListener('pageshow', () => call('session.current').then(resolve, reject), {once: true});
    location.assign(go);
  });
}

/** Whether this address may be an answer of an authorization server (RFC 6749 §4.1.2); whether it is one, the worker knows. */
function isReturn({search}: Location): boolean {
  const query = new URLSearchParams(search);
  return query.has('state') && (query.has('code') || query.has('error'));
}
