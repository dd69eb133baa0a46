import {loopbackFetch} from '@tongban/gateway/net/loopback-fetch.js';

/** `fetch` for the names below localhost, which Node does not know by itself. */
export const loopback = loopbackFetch();
