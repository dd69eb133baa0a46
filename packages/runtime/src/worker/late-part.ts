import {TbError} from '@tongban/domain/errors.js';

/**
 * A part of the worker whose code is fetched when somebody first needs it: at once for all who wait, and again for the next who asks
 * after it could not be had.
 *
 * @throws TbError TB_NETWORK while its file cannot be loaded
 */
export function latePart<T>(load: () => Promise<T>): () => Promise<T> {
  let part: Promise<T> | undefined;
  return () => {
    part ??= load().catch((cause: unknown) => {
      part = undefined;
      throw new TbError('TB_NETWORK', {cause});
    });
    return part;
  };
}
