import {codeOf, TbError} from '@tongban/domain/errors.js';
import type {Region6} from '@tongban/domain/primitives.js';
import {gatewayClient, type CallAnswer, type CallInput, type Send} from '@tongban/gateway-api/client.js';
import type {RouteName} from '@tongban/gateway-api/routes.js';
import type {GatewayConfig} from '../config.js';
import {RELAYED_HEADER} from '../http/request-state.js';
import type {ReadableStream} from 'node:stream/web';
import type {PeerTokens, Principal} from '../identity/principal.js';

/** The gateways of the other provinces. */
export interface Peers {
  readonly own: Region6;
  readonly others: readonly Region6[];
  /**
   * Calls a peer for somebody, or for this gateway.
   *
   * @throws what the peer throws; TB_GATEWAY when it cannot be reached, answers nonsense or does not take our word;
   *   TB_ITEM_UNCLAIMED for a province that does not take part
   */
  call<N extends RouteName>(peer: Region6, name: N, input: CallInput<N>, onBehalfOf?: Principal): Promise<CallAnswer<N>>;
  /** One request of any kind, signed. */
  send(peer: Region6, request: {method: string; path: string; headers?: Record<string, string>; body?: ReadableStream; timeoutMs?: number}, onBehalfOf?: Principal): Promise<Response>;
}

const ANSWER_WITHIN_MS = 10_000;

/** Trouble between gateways is no matter of the page's sign-in. */
const ours = /^TB_(SIGN_IN|PROOF)_|^TB_(NETWORK|TIMEOUT|GATEWAY_ANSWER|INTERNAL|RATE_LIMITED)$/;

export function peers({region: own, peers: origins, fetch}: Pick<GatewayConfig, 'region' | 'peers' | 'fetch'>, tokens: PeerTokens): Peers {
  const others = Object.keys(origins).filter((province) => province !== own);

  async function signed(peer: Region6, method: string, url: string, onBehalfOf: Principal | undefined): Promise<Record<string, string>> {
    const headers = await tokens.headersFor({method, url: withoutQuery(url), peer, ...(onBehalfOf && {onBehalfOf})});
    return {...headers, [RELAYED_HEADER]: own};
  }

  return {
    own,
    others,

    async call(peer, name, input, onBehalfOf) {
      const send: Send = async ({method, url, headers, body}) => {
        const signal = AbortSignal.timeout(ANSWER_WITHIN_MS);
        return fetch(url, {method, headers: {...headers, ...(await signed(peer, method, url, onBehalfOf))}, ...(body !== undefined && {body}), signal});
      };
      try {
        return await gatewayClient(originOf(origins, peer), send).call(name, input);
      } catch (cause) {
        throw ours.test(codeOf(cause)) ? new TbError('TB_GATEWAY', {cause, details: {peer}}) : cause;
      }
    },

    async send(peer, {method, path, headers = {}, body, timeoutMs = ANSWER_WITHIN_MS}, onBehalfOf) {
      const url = new URL(path, originOf(origins, peer)).href;
      try {
        const all = {...headers, ...(await signed(peer, method, url, onBehalfOf))};
        return await fetch(url, {method, headers: all, ...(body !== undefined && {body, duplex: 'half'}), signal: AbortSignal.timeout(timeoutMs)});
      } catch (cause) {
        throw new TbError('TB_GATEWAY', {cause, details: {peer}});
      }
    },
  };
}

function originOf(origins: GatewayConfig['peers'], peer: Region6): string {
  const origin = origins[peer];
  if (origin === undefined) throw new TbError('TB_ITEM_UNCLAIMED', {details: {region: peer}});
  return origin;
}

const withoutQuery = (url: string): string => url.split('?', 1)[0]!;
