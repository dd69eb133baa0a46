import {TbError} from '@tongban/domain/errors.js';
import {AuthorizationResponseError, ResponseBodyError} from 'oauth4webapi';

/** Whether the gateway said that nobody is signed in, which is an answer and no failure when it was asked without showing anything. */
export const isNobody = (error: unknown): boolean => error instanceof AuthorizationResponseError && /^(login|interaction|consent)_required$/.test(error.error);

/** Whether the gateway refused a token for good: the sign-in has ended. */
export const isRefused = (error: unknown): boolean => error instanceof ResponseBodyError;

/** Every failure of a sign-in by its code. A fetch that never arrived is the network's. */
export function signInError(cause: unknown): TbError {
  if (cause instanceof TbError) return cause;
  if (cause instanceof AuthorizationResponseError) return new TbError(cause.error === 'access_denied' ? 'TB_SIGN_IN_CANCELLED' : 'TB_SIGN_IN_FAILED', {cause});
  if (cause instanceof TypeError && !('code' in cause)) return new TbError('TB_NETWORK', {cause}); // The library's own TypeErrors have a code.
  return new TbError('TB_SIGN_IN_FAILED', {cause});
}
