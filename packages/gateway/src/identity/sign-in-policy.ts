import {interactionPolicy} from 'oidc-provider';
import {loaOf, wantedLoa} from './account.js';

const {base, Check} = interactionPolicy;

export const LEVEL_TOO_LOW = 'loa_too_low';

/**
 * When a person has to be asked. Added to the library's own reasons: the session's level is below the one wanted. Taken away:
 * consent, because every client is a page or a server of the state that the person is just using.
 *
 * After one interaction the request goes on with the level it got; whether that is enough is decided by the item.
 */
export function signInPolicy() {
  const policy = base();
  policy.remove('consent');
  policy.get('login')!.checks.add(
    new Check(LEVEL_TOO_LOW, 'the session has a lower level than the request wants', 'login_required', ({oidc}) => {
      if (oidc.session?.accountId === undefined || oidc.result?.login) return Check.NO_NEED_TO_PROMPT;
      return loaOf(oidc.acr) < wantedLoa(oidc.params?.acr_values) ? Check.REQUEST_PROMPT : Check.NO_NEED_TO_PROMPT;
    }),
  );
  return policy;
}
