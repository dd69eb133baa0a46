import type {Region6} from '@tongban/domain/primitives.js';
import type {ClientMetadata} from 'oidc-provider';

export const TOKEN_EXCHANGE = 'urn:ietf:params:oauth:grant-type:token-exchange';

/** The hub's name as a client of every province, and the name of a province's gateway at the hub and at the others. */
export const HUB_CLIENT = 'hub';
export const gatewayClient = (province: Region6): string => `gateway-${province}`;
export const provinceOfClient = (clientId: string): Region6 | undefined => /^gateway-(\d{6})$/.exec(clientId)?.[1];

/** Where another provider sends a person back to. */
export const federatedCallback = (origin: string): string => `${origin}/oidc/federated`;

/**
 * One public client per page origin, named by that origin, so that a page knows its name without being told.
 *
 * Callbacks are compared whole: a portal names the pages it comes back to, else it comes back to its root.
 */
export function pageClients(pageOrigins: readonly string[], callbacks: readonly string[]): ClientMetadata[] {
  return pageOrigins.map((origin) => ({
    client_id: origin,
    application_type: 'web',
    token_endpoint_auth_method: 'none',
    grant_types: ['authorization_code', 'refresh_token'],
    response_types: ['code'],
    scope: 'openid',
    redirect_uris: [...new Set([`${origin}/`, ...callbacks.filter((callback) => new URL(callback).origin === origin)])],
    post_logout_redirect_uris: [`${origin}/`],
    dpop_bound_access_tokens: true,
  }));
}

/** A server that signs people in with us: the hub at a province, or a province's gateway at the hub. */
export function relyingServer(clientId: string, origin: string): ClientMetadata {
  return {
    client_id: clientId,
    application_type: 'web',
    ...serverKeys(origin),
    grant_types: ['authorization_code'],
    response_types: ['code'],
    scope: 'openid party',
    redirect_uris: [federatedCallback(origin)],
    dpop_bound_access_tokens: true,
  };
}

/** A peer that calls our API, for itself or for one of its people. */
export function peerGateway(province: Region6, origin: string): ClientMetadata {
  return {
    client_id: gatewayClient(province),
    application_type: 'web',
    ...serverKeys(origin),
    grant_types: ['client_credentials', TOKEN_EXCHANGE],
    response_types: [],
    redirect_uris: [],
    dpop_bound_access_tokens: true,
  };
}

const serverKeys = (origin: string) =>
  ({
    token_endpoint_auth_method: 'private_key_jwt',
    token_endpoint_auth_signing_alg: 'ES256',
    jwks_uri: `${origin}/oidc/jwks`,
  }) as const;
