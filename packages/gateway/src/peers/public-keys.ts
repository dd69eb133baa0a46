import type {JWK} from 'jose';
import type {GatewayConfig} from '../config.js';

export interface PublicKeys {
  /** The gateway's own keys, and those of its peers: a receipt for a case at home elsewhere is signed there. */
  keys(isOwnOnly: boolean): Promise<{keys: JWK[]}>;
}

const FRESH_MS = 3_600_000;
/** A peer that does not answer is not asked again by every visitor. */
const ASK_AGAIN_MS = 10_000;
const ANSWER_WITHIN_MS = 3_000;

export function publicKeys({region, peers, fetch}: Pick<GatewayConfig, 'region' | 'peers' | 'fetch'>, own: () => readonly JWK[]): PublicKeys {
  const known = new Map<string, {keys: Promise<JWK[]>; until: number}>();

  /** The last ones seen, when the peer does not answer. */
  function keysOf(peer: string, origin: string): Promise<JWK[]> {
    const held = known.get(peer);
    if (held && Date.now() < held.until) return held.keys;
    const entry = {until: Date.now() + FRESH_MS, keys: Promise.resolve<JWK[]>([])};
    entry.keys = asked();
    known.set(peer, entry);
    return entry.keys;

    async function asked(): Promise<JWK[]> {
      try {
        const response = await fetch(`${origin}/v1/keys?own=1`, {signal: AbortSignal.timeout(ANSWER_WITHIN_MS)});
        const body = (await response.json()) as {keys?: JWK[]};
        if (response.ok && Array.isArray(body.keys)) return body.keys;
      } catch {
        // As below: unreachable and nonsense are one.
      }
      entry.until = Date.now() + ASK_AGAIN_MS;
      return held?.keys ?? [];
    }
  }

  return {
    async keys(isOwnOnly) {
      if (isOwnOnly) return {keys: [...own()]};
      const others = Object.entries(peers).filter(([peer]) => peer !== region);
      const theirs = await Promise.all(others.map(([peer, origin]) => keysOf(peer, origin)));
      return {keys: [...own(), ...theirs.flat()]};
    },
  };
}
