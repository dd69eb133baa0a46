import {TbError} from '@tongban/domain/errors.js';

/**
 * The civil clock of the demo: the computer's own, or one that begins at `TONGBAN_NOW` (ISO 8601) and runs on from there. Tokens
 * and their expiry always use the computer's own.
 *
 * @throws TB_CONFIG when it is no point in time
 */
export function civilClock(from: string | undefined): () => Date {
  if (!from) return () => new Date();
  const start = Date.parse(from);
  if (Number.isNaN(start)) throw new TbError('TB_CONFIG', {details: {at: 'TONGBAN_NOW'}});
  const begun = Date.now();
  return () => new Date(start + Date.now() - begun);
}
