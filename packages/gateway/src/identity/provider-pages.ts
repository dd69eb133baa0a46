import type {KoaContextWithOIDC} from 'oidc-provider';
import {Html, html, langOf, page, pageHeaders} from './page.js';

/** The few pages the provider shows itself. */

const text = {
  zh: {
    errorTitle: '登录没有完成',
    error: '登录请求无效或已过期。请回到原来的网站，重新点击“登录”。',
    signOutTitle: '退出登录',
    signOut: '将退出您在本省以及其他省份网站的登录。',
    confirm: '退出登录',
    stay: '不退出',
    signedOutTitle: '已退出',
    signedOut: '您已退出登录，可以关闭本页。',
  },
  en: {
    errorTitle: 'Signing in did not finish',
    error: 'The request is not valid or has expired. Go back to the website and press “Sign in” again.',
    signOutTitle: 'Sign out',
    signOut: 'This signs you out here and on the sites of the other provinces.',
    confirm: 'Sign out',
    stay: 'Stay signed in',
    signedOutTitle: 'Signed out',
    signedOut: 'You are signed out and may close this page.',
  },
} as const;

const lang = (ctx: KoaContextWithOIDC) => langOf(textOf(ctx.oidc.params?.ui_locales), ctx.get('accept-language'));
const textOf = (value: unknown) => (typeof value === 'string' ? value : undefined);

/** Says nothing of the cause but its protocol word: the rest could be anybody's input. */
export function errorPage(ctx: KoaContextWithOIDC, out: {error: string}): void {
  const at = lang(ctx);
  show(ctx, page({lang: at, title: text[at].errorTitle, body: html`<p>${text[at].error}</p><p class="quiet">${/^[a-z_]{1,40}$/.test(out.error) ? out.error : ''}</p>`}));
}

export function signOutPage(ctx: KoaContextWithOIDC, form: string): void {
  const at = lang(ctx);
  const body = html`<p>${text[at].signOut}</p>${new Html(form)}<p class="choices"><button type="submit" form="op.logoutForm" name="logout" value="yes">${text[at].confirm}</button><button class="other" type="submit" form="op.logoutForm">${text[at].stay}</button></p>`;
  show(ctx, page({lang: at, title: text[at].signOutTitle, body}));
}

export function signedOutPage(ctx: KoaContextWithOIDC): void {
  const at = lang(ctx);
  show(ctx, page({lang: at, title: text[at].signedOutTitle, body: html`<p>${text[at].signedOut}</p>`}));
}

function show(ctx: KoaContextWithOIDC, body: string): void {
  ctx.set({...pageHeaders});
  ctx.body = body;
}
