import {html, nothing, type TemplateResult} from 'lit';
import {whenCopied} from '@tongban/base/when-copied.js';
import {TbError, isErrorCode} from '@tongban/domain/errors.js';
import {timeOfDay} from '../date-words.js';
import {signInPrompt} from '../sign-in-prompt.js';
import type {DraftKeeper} from './draft-keeper.js';
import type {SectionName} from './form-check.js';
import {regionName, type FormView} from './form-view.js';
import type {SignIn} from './sign-in.js';

export interface HeadActions {
  readonly keeper: Pick<DraftKeeper, 'state' | 'error'>;
  /** Code with which the gateway refused the last try. */
  readonly refusal: string | undefined;
  readonly signIn: SignIn;
  /** Set when the page was opened on a draft that had something in it. */
  readonly resumed: {readonly at: string; readonly section: SectionName} | undefined;
  readonly goTo: (selector: string) => void;
}

/** What the form is for, for whom, whether it is safe, and what stands in the way of sending it. */
export function headView(view: FormView, actions: HeadActions): TemplateResult {
  const {text, ground, person} = view;
  const {guide, file, region} = ground;
  return html`<header class="stack-tight">
    <p class="soft">${text.of(file ? 'titleAnswer' : 'title')}</p>
    <h2 lang="zh-CN" tabindex="-1" part="title">${guide.name}</h2>
    <p class="soft">${view.lists.path(region).length > 0 ? text.say('decidedBy', {region: regionName(view, region)}) : '\u00a0'}</p>
    ${person?.actingFor ? html`<p class="notice" part="acting">${text.say('onBehalf', {agent: person.name, applicant: person.actingFor.grantorName})}</p>` : nothing}
    ${savedLine(view, actions.keeper)} ${resumedNotice(view, actions)} ${actions.refusal ? refusedNotice(view, actions.refusal) : nothing} ${whoNotice(view, actions)}
  </header>`;
}

/** One live line: whether what was typed is safe. */
function savedLine({text, draft}: FormView, {state, error}: Pick<DraftKeeper, 'state' | 'error'>): TemplateResult {
  const words =
    state === 'saving'
      ? text.of('saving')
      : state === 'failed'
        ? text.of('saveFailed', {reason: text.error(error)})
        : state === 'saved'
          ? text.of('savedLong', {time: timeOfDay(draft.savedAt)})
          : '';
  return html`<p class="saved small ${state === 'saved' ? 'safe' : state}" role="status" part="saved">${words}</p>`;
}

function resumedNotice({text}: FormView, {resumed, goTo}: HeadActions): unknown {
  if (!resumed) return nothing;
  const section = text.of(`section-${resumed.section}`);
  return html`<p class="notice row" part="resumed">
    <span class="grow">${text.of('resumed', {time: whenCopied(resumed.at, text.language)})}</span>
    <button class="button link" type="button" @click=${() => goTo(`#title-${resumed.section}`)}>${text.of('resumeAt', {section})}</button>
  </p>`;
}

function refusedNotice({text}: FormView, code: string): TemplateResult {
  const reason = text.error(isErrorCode(code) ? new TbError(code) : undefined);
  return html`<div class="notice bad stack-tight" role="alert" part="refused">
    <h3>${text.of('refusedTitle')}</h3>
    <p>${text.of('refused', {reason})}</p>
  </div>`;
}

/** Signing in, again, or at a higher level. */
function whoNotice({text, ground, person}: FormView, {signIn: {busy, problem, start}}: HeadActions): unknown {
  const {session, guide} = ground;
  if (!person) {
    const expired = session.status === 'expired';
    return signInPrompt({text, busy: busy || session.status === 'signingIn', problem, signIn: () => start(), why: text.of(expired ? 'expiredWhy' : 'anonymousWhy'), ...(expired && {title: text.of('expiredTitle')})});
  }
  if (person.loa >= guide.minLoa) return nothing;
  const level = {wanted: text.of(`level${guide.minLoa}`), now: text.of(`level${person.loa}`)};
  return html`<div class="notice warn stack-tight" part="step-up">
    <h3>${text.of('stepUpTitle')}</h3>
    <p>${text.of('stepUpWhy', level)}</p>
    <button class="button" type="button" ?disabled=${busy} @click=${() => start(guide.minLoa)}>${text.of('stepUp')}</button>
    ${problem ? html`<p role="alert">${problem}</p>` : nothing}
  </div>`;
}
