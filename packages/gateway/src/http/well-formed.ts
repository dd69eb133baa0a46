import {TbError} from '@tongban/domain/errors.js';

/**
 * Holds text to what a database keeps as it came: no NUL and no half of a surrogate pair. Both would be changed on the way, and
 * what is hashed and signed would no longer be what is stored.
 *
 * @throws TbError TB_CONTRACT_INVALID
 */
export function requireWellFormed(value: unknown): void {
  if (typeof value === 'string') {
    if (/\0|\p{Surrogate}/u.test(value)) throw new TbError('TB_CONTRACT_INVALID', {details: {why: 'text'}});
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value)) {
      requireWellFormed(key);
      requireWellFormed(inner);
    }
  }
}
