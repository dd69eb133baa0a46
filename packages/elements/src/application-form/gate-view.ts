import {html, type TemplateResult} from 'lit';
import {signInPrompt} from '../sign-in-prompt.js';
import type {FormText} from './form-text.js';
import type {Ground} from './ground.js';
import type {SignIn} from './sign-in.js';

export interface GateView {
  text: FormText;
  ground: Ground | undefined;
  signIn: SignIn;
}

const sections = ['situation', 'mode', 'fields', 'materials', 'review'] as const;

/** Before signing in, where no draft can be kept yet: what is to come, and the way in. */
export function gateView({text, ground, signIn: {busy, problem, start}}: GateView): TemplateResult {
  return html`<div class="stack">
    <header class="stack-tight">
      <p class="soft">${text.of('title')}</p>
      ${ground ? html`<h2 lang="zh-CN">${ground.guide.name}</h2>` : html`<h2>${text.of('signInTitle')}</h2>`}
    </header>
    ${signInPrompt({text, why: text.of('signInWhy'), busy: busy || ground?.session.status === 'signingIn', signIn: () => start(), problem})}
    <section class="card stack-tight">
      <h3>${text.of('steps')}</h3>
      <ol class="outline">${sections.map((section) => html`<li>${text.of(`section-${section}`)}</li>`)}</ol>
    </section>
  </div>`;
}
