import {TbError} from '@tongban/domain/errors.js';
import type {Shown} from '@tongban/domain/portal.js';
import type {PortalState} from './fixture-portal.js';
import {EARLIER, NOW} from './fixtures/times.js';

/** How a fixture portal answers questions in one of the five states. */
export interface Answering {
  /** A value with its age. In `empty` the answer is `nothing()`, which may throw. */
  shown<T>(value: () => T, nothing: () => T): Promise<Shown<T>>;
  /** A value without an age. */
  plain<T>(value: () => T, nothing: T): Promise<T>;
}

export function answering(state: PortalState): Answering {
  const plain = async <T>(value: () => T, nothing: () => T): Promise<T> => {
    if (state === 'waiting') return new Promise<T>(() => undefined);
    if (state === 'failed') throw new TbError('TB_GATEWAY');
    return state === 'empty' ? nothing() : value();
  };
  return {
    plain: (value, nothing) => plain(value, () => nothing),
    shown: async (value, nothing) => ({value: await plain(value, nothing), asOf: state === 'stale' ? EARLIER : NOW, stale: state === 'stale'}),
  };
}
