import {icon} from '@tongban/base/controls/icons.js';
import {hasCode} from '@tongban/domain/errors.js';
import {html, nothing, type TemplateResult} from 'lit';

/** Words of the prompt, for an element's messages to take in. */
export const signInWords = {
  'zh-CN': {
    signInTitle: '请先登录',
    signIn: '登录',
    signingIn: '正在前往本省政务服务网登录…',
  },
  en: {
    signInTitle: 'Please sign in first',
    signIn: 'Sign in',
    signingIn: 'Going to your province’s site to sign in…',
  },
} as const;

export type SignInWord = keyof (typeof signInWords)['en'];

export interface SignInPrompt {
  text: {of(key: SignInWord): string};
  /** Why signing in is needed here, and what happens to what is on the page. */
  why: string;
  busy: boolean;
  signIn: () => void;
  /** Overrides the heading, as when a session ran out. */
  title?: string;
  problem?: string | undefined;
}

/** Asks a visitor to sign in where that is what stands in the way; what is on the page stays. */
export function signInPrompt({text, why, busy, signIn, title, problem}: SignInPrompt): TemplateResult {
  return html`<div class="notice warn stack-tight" part="sign-in">
    <h3>${title ?? text.of('signInTitle')}</h3>
    <p>${why}</p>
    <button class="button main" type="button" ?disabled=${busy} @click=${signIn}>${icon('person')}${text.of('signIn')}</button>
    ${busy ? html`<p role="status">${text.of('signingIn')}</p>` : nothing}
    ${problem ? html`<p role="alert">${problem}</p>` : nothing}
  </div>`;
}

/** Whether a failure means that somebody has to sign in. */
export function needsSignIn(error: unknown): boolean {
  return (['TB_SIGN_IN_REQUIRED', 'TB_SIGN_IN_EXPIRED', 'TB_VAULT_LOCKED'] as const).some((code) => hasCode(error, code));
}
