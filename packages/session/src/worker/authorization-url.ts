import type {SignInWish} from '@tongban/domain/portal.js';
import {calculatePKCECodeChallenge} from 'oauth4webapi';
import type {PendingSignIn} from './sign-in-store.js';

/** Where the browser goes to sign in. Says what is wanted, never who the person is. */
export async function authorizationUrl({server, redirectUri, state, nonce, verifier, mode}: PendingSignIn, {clientId, lang, wish}: {clientId: string; lang?: string; wish: SignInWish}): Promise<string> {
  const url = new URL(server.authorization_endpoint!);
  const {userType, minLoa, homeRegion} = wish;
  const parameters = {
    client_id: clientId,
    response_type: 'code',
    scope: 'openid',
    redirect_uri: redirectUri,
    state,
    nonce,
    code_challenge: await calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    prompt: mode === 'inFrame' ? 'none' : undefined,
    quiet: mode === 'quietly' ? '1' : undefined,
    acr_values: minLoa !== undefined && minLoa > 0 ? String(minLoa) : undefined,
    user_type: userType === 'person' || userType === 'corp' ? userType : undefined,
    idp_hint: homeRegion === undefined ? undefined : `${homeRegion.slice(0, 2)}0000`,
    ui_locales: lang,
  };
  for (const [name, value] of Object.entries(parameters)) if (value !== undefined) url.searchParams.set(name, value);
  return url.href;
}
