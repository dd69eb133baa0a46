import type {FieldSpec} from '@tongban/domain/guide/guide.js';
import {html, nothing, type TemplateResult} from 'lit';
import type {FormText} from './form-text.js';

export interface FieldInput {
  text: FormText;
  field: FieldSpec;
  value: string;
  /** The label's content. */
  name: unknown;
  problem: string | undefined;
  /** Hint and the like, between label and input. */
  notes: unknown;
  change: (typed: string) => void;
  left: () => void;
}

/** More options than this are a list, not a row of buttons. */
const MANY = 5;

/** One native input by the type of the field. */
export function fieldInput(input: FieldInput): TemplateResult {
  const {field, name, problem, notes} = input;
  const id = `field-${field.id}`;
  const error = problem ? html`<p class="error" id=${`${id}-error`}>${problem}</p>` : nothing;
  const options = optionsOf(input);
  if (options && options.length <= MANY) {
    return html`<fieldset><legend>${name}</legend>${notes}${radios(input, options)}${error}</fieldset>`;
  }
  return html`<label class="label" for=${id}>${name}</label>${notes}${options ? select(input, id, options) : box(input, id)}${error}`;
}

interface Option {
  readonly id: string;
  readonly label: string;
}

function optionsOf({text, field}: FieldInput): readonly Option[] | undefined {
  if (field.type === 'choice') return field.options ?? [];
  if (field.type === 'boolean') return [{id: 'true', label: text.of('yes')}, {id: 'false', label: text.of('no')}];
  return undefined;
}

function radios({field, value, problem, change, left}: FieldInput, options: readonly Option[]): TemplateResult {
  return html`<div class="options">
    ${options.map(
      ({id, label}) => html`<label class="choice ${value === id ? 'chosen' : ''}">
        <input type="radio" name=${`field-${field.id}`} data-field=${field.id} .checked=${value === id} aria-invalid=${problem ? 'true' : nothing} aria-describedby=${described(field, problem)} @change=${() => change(id)} @blur=${left} />
        <span lang=${field.type === 'choice' ? 'zh-CN' : nothing}>${label}</span>
      </label>`,
    )}
  </div>`;
}

function select({text, field, value, problem, change, left}: FieldInput, id: string, options: readonly Option[]): TemplateResult {
  return html`<select class="input" id=${id} data-field=${field.id} aria-invalid=${problem ? 'true' : nothing} aria-describedby=${described(field, problem)} ?required=${field.required} @change=${(event: Event) => change((event.target as HTMLSelectElement).value)} @blur=${left}>
    <option value="" ?selected=${value === ''}>${text.of('choose')}</option>
    ${options.map((option) => html`<option value=${option.id} ?selected=${option.id === value} lang="zh-CN">${option.label}</option>`)}
  </select>`;
}

function box({text, field, value, problem, change, left}: FieldInput, id: string): TemplateResult {
  const {type, required} = field;
  const typed = (event: Event) => change((event.target as HTMLInputElement).value);
  if (type === 'longText') {
    return html`<textarea class="input" id=${id} data-field=${field.id} rows="4" maxlength="2000" aria-invalid=${problem ? 'true' : nothing} aria-describedby=${described(field, problem)} ?required=${required} .value=${value} @input=${typed} @blur=${left}></textarea>`;
  }
  const input = html`<input
    class="input"
    id=${id}
    data-field=${field.id}
    type=${type === 'date' ? 'date' : type === 'mobile' ? 'tel' : 'text'}
    inputmode=${modes[type] ?? nothing}
    autocomplete=${tokens[field.prefill ?? ''] ?? 'off'}
    spellcheck="false"
    maxlength="2000"
    aria-invalid=${problem ? 'true' : nothing}
    aria-describedby=${described(field, problem)}
    ?required=${required}
    .value=${value}
    @input=${typed}
    @blur=${left}
  />`;
  return type === 'money' ? html`<div class="money">${input}<span>${text.of('yuan')}</span></div>` : input;
}

const modes: Partial<Record<FieldSpec['type'], string>> = {number: 'decimal', money: 'decimal', mobile: 'tel', bankCard: 'numeric'};

/** What browsers may offer (WCAG 1.3.5); numbers of documents and cards are offered on no shared computer. */
const tokens: Readonly<Record<string, string>> = {'person.name': 'name', 'person.mobile': 'tel', 'corp.name': 'organization'};

function described({id, hint}: FieldSpec, problem: string | undefined): unknown {
  return [hint && `hint-${id}`, problem && `field-${id}-error`].filter(Boolean).join(' ') || nothing;
}
