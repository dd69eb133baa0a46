import type {GatewayConfig} from '@tongban/gateway/config.js';

/** A list that lies nowhere, for gateways whose tests do not read it. The key is the example of RFC 7517, appendix A.1. */
export const PUBLISHED: GatewayConfig['catalogue'] = {
  base: 'http://cdn.localhost/catalogue/',
  keys: [
    {
      kty: 'EC',
      crv: 'P-256',
      x: 'MKBCTNIcKUSDii11ySs3526iDZ8AiTo7Tu6KPAqv7D4',
      y: '4Etl6SRW2YiLUrN5vfvVHuhp7x8PxltmWWlbbM4IFyM',
      kid: '1',
      alg: 'ES256',
      use: 'sig',
    },
  ],
};
