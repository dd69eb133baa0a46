import type {Adapter, AdapterFactory} from 'oidc-provider';
import {errors} from 'oidc-provider';
import type {PayloadStore} from './payload-store.js';

/**
 * What oidc-provider stores, in our database.
 *
 * The library looks a code or proof up and marks it used in two steps. With several processes two requests can pass the first step
 * together, so here the second one decides: whoever comes late is refused.
 */
export function oidcAdapter(store: PayloadStore, kindOf: (model: string) => string): AdapterFactory {
  return (model): Adapter => {
    const kind = kindOf(model);
    return {
      async upsert(id, payload, expiresIn) {
        const fresh = {kind, id, value: payload as Record<string, unknown>, expiresAt: expiresIn ? Date.now() + expiresIn * 1000 : undefined};
        if (model !== 'ReplayDetection') return store.put(fresh);
        if (!(await store.add(fresh))) throw new errors.InvalidRequest('this proof or assertion was used before');
      },
      async consume(id) {
        if (!(await store.consume(kind, id))) throw new errors.InvalidGrant('used before');
      },
      find: async (id) => (await store.find(kind, id)),
      findByUid: async (uid) => (await store.findByUid(kind, uid)),
      findByUserCode: () => Promise.resolve(undefined), // Only the device flow has user codes, and it is off.
      destroy: (id) => store.remove(kind, id),
      revokeByGrantId: (grantId) => store.removeByGrant(kind, grantId),
    };
  };
}
