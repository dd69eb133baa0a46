import type {FieldSpec} from '@tongban/domain/guide/guide.js';
import {html, nothing, type TemplateResult} from 'lit';
import {checkField} from './field-check.js';
import {fieldInput} from './field-input.js';
import {problemOf, type FormView} from './form-view.js';
import {isNamed} from './ground.js';
import {isFixed, isKnown, masked} from './known-value.js';
import {regionPicker} from './region-picker.js';

/** What a person changes of what the government filled in. */
export interface Unlocked {
  readonly unlocked: ReadonlySet<string>;
  readonly unlock: (fieldId: string) => void;
}

/** The form proper: what the government knows stands there already, the rest is typed and checked as it is left. */
export function fieldsSection(view: FormView, {unlocked, unlock}: Unlocked): TemplateResult {
  const {text, shape, draft, person, ground} = view;
  if (shape.fields.length === 0) return html`<p class="soft">${text.of('noFields')}</p>`;
  return html`${shape.fields.map((field) => {
    const value = draft.fields[field.id] ?? '';
    const known = value !== '' && !isNamed(ground, field.id) && isKnown(field, value, person);
    return html`<div class="field" part="field">${known && !unlocked.has(field.id) ? filledIn(view, field, value, unlock) : input(view, field, value)}</div>`;
  })}`;
}

/** Read-only and masked; who somebody is cannot be changed here, how to reach them can. */
function filledIn({text}: FormView, field: FieldSpec, value: string, unlock: (fieldId: string) => void): TemplateResult {
  return html`<p class="label" lang="zh-CN">${field.label}</p>
    <div class="row">
      <span class="known" data-known=${field.id}>${text.data(masked(field, value))}</span>
      <span class="badge good">${text.of('fromState')}</span>
      ${isFixed(field)
        ? nothing
        : html`<button class="button link small" type="button" aria-label=${`${text.of('change')}: ${field.label}`} @click=${() => unlock(field.id)}>${text.of('change')}</button>`}
    </div>`;
}

function input(view: FormView, field: FieldSpec, value: string): TemplateResult {
  const {text, ground, draft, lists, edit, leave} = view;
  const {id, type, label, hint, required} = field;
  const problem = problemOf(view, 'fields', id);
  const {warning} = checkField(text, field, value);
  const before = ground.file?.fields[id];
  const change = (typed: string) => edit({fields: {...draft.fields, [id]: typed}});
  const left = () => {
    const now = view.draft.fields[id] ?? '';
    const {value: kept} = checkField(text, field, now);
    if (kept !== now) change(kept);
    leave(id);
  };
  const name = html`<span lang="zh-CN">${label}</span>${required ? nothing : html`<span class="soft">${text.of('optional')}</span>`}`;
  const notes = html`
    ${hint ? html`<p class="small soft" id=${`hint-${id}`} lang="zh-CN">${hint}</p>` : nothing}
    ${before ? html`<p class="small soft">${text.say('before', {value: before})}</p>` : nothing}
  `;
  if (type === 'region') {
    const pick = {text, lists, id: `field-${id}`, legend: name, value, depth: 3 as const, problem, change, leave: () => leave(id), ...(hint && {describedBy: `hint-${id}`})};
    return html`${regionPicker(pick)}${notes}`;
  }
  return html`${fieldInput({text, field, value, name, problem, notes, change, left})}
    ${warning && !problem && value ? html`<p class="small warning">${warning}</p>` : nothing}`;
}
