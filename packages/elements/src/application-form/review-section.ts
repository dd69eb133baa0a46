import type {FieldSpec} from '@tongban/domain/guide/guide.js';
import type {DraftSlot} from '@tongban/domain/slots/initial-slots.js';
import {html, nothing, type TemplateResult} from 'lit';
import {isSensitive, type Consents, type FormProblem} from './form-check.js';
import {problemOf, regionName, type FormView} from './form-view.js';
import {masked} from './known-value.js';

export interface ReviewActions {
  readonly consents: Consents;
  readonly consent: (consents: Partial<Consents>) => void;
  readonly busy: boolean;
  /** What the last try to send came to, in words. */
  readonly failure: string | undefined;
  /** Whether somebody has tried to send: then everything that is open is listed. */
  readonly attempted: boolean;
  readonly goTo: (selector: string) => void;
}

/** The last look: what is sent, what one agrees to, and the button. */
export function reviewSection(view: FormView, actions: ReviewActions): TemplateResult {
  const {text, ground, problems} = view;
  return html`
    <p class="soft">${text.of('reviewHint')}</p>
    ${summary(view)} ${consents(view, actions)}
    ${actions.attempted && problems.length > 0 ? problemList(view, problems, actions.goTo) : nothing}
    ${actions.failure ? html`<p class="notice bad" role="alert" part="failure">${actions.failure}</p>` : nothing}
    ${view.offline ? html`<p class="notice warn small">${text.of('offline')}</p>` : nothing}
    <div class="row send">
      <button class="button main" type="submit" part="submit" ?disabled=${actions.busy}>${text.of(actions.busy ? 'submitting' : ground.file ? 'submitAnswer' : 'submit')}</button>
      <p class="small soft grow">${text.of('truth')}</p>
    </div>
  `;
}

function summary(view: FormView): TemplateResult {
  const {text, draft, shape, ground} = view;
  const window = draft.windowRegion && draft.mode !== 'online' ? ` · ${regionName(view, draft.windowRegion)}` : '';
  return html`<dl class="summary" part="summary">
    ${ground.file ? nothing : html`<dt>${text.of('section-mode')}</dt><dd>${text.of(`mode-${draft.mode}`)}${text.data(window)}</dd>`}
    ${shape.fields.map((field) => html`<dt lang="zh-CN">${field.label}</dt><dd>${valueWords(view, field)}</dd>`)}
    ${shape.slots.map((slot) => html`<dt lang="zh-CN">${slot.name}</dt><dd>${slotWords(view, slot)}</dd>`)}
  </dl>`;
}

function valueWords(view: FormView, field: FieldSpec): unknown {
  const {text, draft} = view;
  const value = draft.fields[field.id] ?? '';
  if (value === '') return html`<span class="soft">${text.of('notFilled')}</span>`;
  if (field.type === 'region') return text.data(regionName(view, value));
  if (field.type === 'boolean') return text.of(value === 'true' ? 'yes' : 'no');
  if (field.type === 'choice') return text.data(field.options?.find(({id}) => id === value)?.label ?? value);
  return text.data(masked(field, value));
}

function slotWords({text, draft, ground}: FormView, {materialId, state, necessity, pieces}: DraftSlot): string {
  const count = pieces.length + draft.attachments.filter((attachment) => attachment.materialId === materialId && attachment.state !== 'refused').length;
  if (count > 0) return text.of('slot-provided', {count});
  const isAnswer = ground.file !== undefined; // What a notice asks for is sent with the answer.
  if (state === 'empty' && draft.mode !== 'online' && necessity === 1 && !isAnswer) return text.of('toWindow');
  return state === 'provided' ? text.of('slot-empty') : text.of(`slot-${state}`);
}

function consents(view: FormView, {consents: given, consent}: ReviewActions): TemplateResult {
  const {text, shape} = view;
  const {dept, name} = shape.resolved.guide;
  const one = (key: keyof Consents, words: unknown) => {
    const problem = problemOf(view, 'review', key);
    return html`<label class="choice consent ${given[key] ? 'chosen' : ''}">
        <input type="checkbox" id=${`consent-${key}`} .checked=${given[key]} aria-invalid=${problem ? 'true' : nothing} aria-describedby=${problem ? `consent-${key}-error` : nothing} @change=${(event: Event) => consent({[key]: (event.target as HTMLInputElement).checked})} />
        <span>${words}</span>
      </label>
      ${problem ? html`<p class="error" id=${`consent-${key}-error`}>${problem}</p>` : nothing}`;
  };
  return html`<fieldset class="stack-tight" part="consents">
    <legend>${text.of('consentLegend')}</legend>
    ${one('purpose', text.say('consentPurpose', {dept: dept.name, item: name}))} ${isSensitive(shape) ? one('sensitive', text.of('consentSensitive')) : nothing}
    <p class="small soft">${text.of('consentNote')}</p>
  </fieldset>`;
}

function problemList({text}: FormView, problems: readonly FormProblem[], goTo: (selector: string) => void): TemplateResult {
  return html`<div class="notice bad stack-tight" role="alert" part="problems">
    <h4>${text.of('problemsTitle', {count: problems.length})}</h4>
    <ul>
      ${problems.map(({focus, summary: words}) => html`<li><button class="button link" type="button" @click=${() => goTo(focus)}>${text.data(words)}</button></li>`)}
    </ul>
  </div>`;
}
