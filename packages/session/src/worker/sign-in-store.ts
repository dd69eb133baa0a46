import type {AuthorizationServer} from 'oauth4webapi';

/** How a sign-in asks: openly; through the gateway and hub without asking the person (a top-level round trip); in a hidden frame. */
export type AskMode = 'openly' | 'quietly' | 'inFrame';

/** A sign-in that has left the page. Useless without the code that comes back, and to nobody after ten minutes. */
export interface PendingSignIn {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  readonly server: AuthorizationServer;
  readonly redirectUri: string;
  readonly mode: AskMode;
  readonly ownDevice: boolean;
  /** Path, query and fragment the person was at. */
  readonly returnTo: string;
  /** Milliseconds since 1970. */
  readonly startedAt: number;
}

/** Outlives the worker, which dies when the page is left. The runtime keeps it in IndexedDB. */
export interface SignInStore {
  put(pending: PendingSignIn): Promise<void>;
  find(state: string): Promise<PendingSignIn | undefined>;
  /** Finds and forgets in one step: a callback address works once. */
  take(state: string): Promise<PendingSignIn | undefined>;
}

export const PENDING_FOR_MS = 10 * 60_000;
