import type {JWK} from 'jose';
import type {GatewayConfig} from '../config.js';

export interface PublicKeys {
  /** The gateway's own keys, and those of its peers: a receipt for a case at home elsewhere is signed there. */
  keys(isOwnOnly: boolean): Promise<{keys: JWK[]}>;
}

const FRESH_MS = 3_600_000;
const ANSWER_WITHIN_MS = 3_000;

export function publicKeys({region, peers, fetch}: Pick<GatewayConfig, 'region' | 'peers' | 'fetch'>, own: readonly JWK[]): PublicKeys {
  const known = new Map<string, {keys: JWK[]; until: number}>();

  /** The last ones seen, when the peer does not answer. */
  async function keysOf(peer: string, origin: string): Promise<JWK[]> {
    const held = known.get(peer);
    if (held && Date.now() < held.until) return held.keys;
    try {
      const response = await fetch(`${origin}/v1/keys?own=1`, {signal: AbortSignal.timeout(ANSWER_WITHIN_MS)});
      const body = (await response.json()) as {keys?: JWK[]};
      if (!response.ok || !Array.isArray(body.keys)) return held?.keys ?? [];
      known.set(peer, {keys: body.keys, until: Date.now() + FRESH_MS});
      return body.keys;
    } catch {
      return held?.keys ?? [];
    }
  }

  return {
    async keys(isOwnOnly) {
      if (isOwnOnly) return {keys: [...own]};
      const others = Object.entries(peers).filter(([peer]) => peer !== region);
      const theirs = await Promise.all(others.map(([peer, origin]) => keysOf(peer, origin)));
      return {keys: [...own, ...theirs.flat()]};
    },
  };
}
