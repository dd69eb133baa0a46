import type {Change} from '@tongban/domain/portal.js';

/** What tabs of one origin tell each other. Hints only: whoever hears one asks the vault or the gateway for the truth. */
export type Hint = Change | {about: 'signedOut'} | {about: 'missed'};

export interface Hints {
  /** Tells the other tabs. */
  readonly tell: (hint: Hint) => void;
  close(): void;
}

export function connectHints(gateway: string, hear: (hint: Hint) => void): Hints {
  if (typeof BroadcastChannel === 'undefined') return {tell: () => undefined, close: () => undefined};
  const channel = new BroadcastChannel(`tb:${gateway}`);
  channel.onmessage = ({data}: MessageEvent<unknown>) => {
    if (isHint(data)) hear(data);
  };
  return {tell: (hint) => channel.postMessage(hint), close: () => channel.close()};
}

const subjects = new Set(['session', 'network', 'catalogue', 'case', 'cases', 'draft', 'rating', 'outbox', 'signedOut', 'missed']);

/** Any script of the portal can post on this channel; a false hint costs a question, no more. */
const isHint = (data: unknown): data is Hint => typeof data === 'object' && data !== null && subjects.has((data as {about?: string}).about ?? '');

/** What other tabs did that this page may show. Of sign-in and network each tab has its own. */
export const concernsPage = (hint: Hint): hint is Change => ['catalogue', 'case', 'cases', 'draft', 'rating', 'outbox'].includes(hint.about);
