import {html, nothing, type TemplateResult} from 'lit';
import {controlId, type Filling} from './open-form.js';

/** One control of a plain form. */
export interface FormField {
  readonly name: string;
  readonly kind: 'line' | 'lines' | 'choice' | 'number' | 'date' | 'tick';
  readonly label: string;
  readonly hint?: string;
  /** A tick that is required must be set; everything else must be filled in. */
  readonly required?: boolean;
  /** A date that lies ahead. */
  readonly ahead?: boolean;
  /** What else a value has to be: a sentence when it is not. */
  readonly check?: (value: string) => string | undefined;
  /** What stands there before anything is typed. */
  readonly initial?: string;
  readonly options?: readonly (readonly [value: string, label: string])[];
  readonly min?: number;
  readonly max?: number;
  /** Phrases that can be put in with one press. */
  readonly quick?: readonly string[];
}

/** The value of a field: as typed, else as it stood there. */
export const valueOf = ({values}: Pick<Filling, 'values'>, {name, initial = ''}: Pick<FormField, 'name' | 'initial'>): string => values[name] ?? initial;

export function fieldView(form: Filling, field: FormField): TemplateResult {
  if (field.kind === 'tick') return tick(form, field);
  if (field.kind === 'choice') return choice(form, field);
  const {text, wrong} = form;
  const {name, label, hint, required} = field;
  const id = controlId(name);
  return html`<div class="field">
    <label class="label" for=${id}>${label} <span class="soft small">${text.of(required ? 'required' : 'optional')}</span></label>
    ${control(form, field)}
    ${quickWords(form, field)}
    ${hint ? html`<p class="soft small" id="${id}-hint">${hint}</p>` : nothing}
    ${wrong.has(name) ? html`<p class="wrong small" id="${id}-wrong">${wrong.get(name)}</p>` : nothing}
  </div>`;
}

function control(form: Filling, field: FormField): TemplateResult {
  const {name, kind, required, min, max, hint} = field;
  const id = controlId(name);
  const isWrong = form.wrong.has(name);
  const described = [hint && `${id}-hint`, isWrong && `${id}-wrong`].filter(Boolean).join(' ');
  const typed = (event: Event) => form.set(name, (event.target as HTMLInputElement).value);
  const value = valueOf(form, field);
  if (kind === 'lines') {
    return html`<textarea class="input" id=${id} rows="3" maxlength=${max ?? 1000} aria-describedby=${described} aria-required=${required ? 'true' : 'false'} aria-invalid=${isWrong ? 'true' : 'false'} .value=${value} @input=${typed}></textarea>`;
  }
  return html`<input
    class="input ${kind === 'line' ? '' : 'short'}"
    id=${id}
    type=${kind === 'line' ? 'text' : kind}
    autocomplete="off"
    min=${kind === 'number' ? String(min ?? 0) : nothing}
    max=${kind === 'number' ? String(max ?? '') : nothing}
    maxlength=${kind === 'line' ? (max ?? 100) : nothing}
    aria-describedby=${described}
    aria-required=${required ? 'true' : 'false'}
    aria-invalid=${isWrong ? 'true' : 'false'}
    .value=${value}
    @input=${typed}
  />`;
}

/** Puts a phrase where the field is empty, else behind what is there. */
function quickWords(form: Filling, field: FormField): TemplateResult | typeof nothing {
  const {name, quick = []} = field;
  if (quick.length === 0) return nothing;
  const put = (phrase: string) => {
    const before = valueOf(form, field).trim();
    form.set(name, before ? `${before}；${phrase}` : phrase);
  };
  return html`<div class="quick" role="group" aria-label=${form.text.of('quick')}>
    ${quick.map((phrase) => html`<button class="chip" type="button" lang="zh-CN" @click=${() => put(phrase)}>${phrase}</button>`)}
  </div>`;
}

function tick(form: Filling, field: FormField): TemplateResult {
  const {name, label} = field;
  const id = controlId(name);
  const isOn = valueOf(form, field) === 'yes';
  return html`<div class="field">
    <label class="choice ${isOn ? 'chosen' : ''}">
      <input
        type="checkbox"
        id=${id}
        .checked=${isOn}
        aria-invalid=${form.wrong.has(name) ? 'true' : 'false'}
        aria-describedby=${form.wrong.has(name) ? `${id}-wrong` : ''}
        @change=${(event: Event) => form.set(name, (event.target as HTMLInputElement).checked ? 'yes' : '')}
      />
      <span>${label}</span>
    </label>
    ${form.wrong.has(name) ? html`<p class="wrong small" id="${id}-wrong">${form.wrong.get(name)}</p>` : nothing}
  </div>`;
}

function choice(form: Filling, field: FormField): TemplateResult {
  const {name, label, options = [], hint} = field;
  const id = controlId(name);
  const chosen = valueOf(form, field);
  return html`<fieldset class="field" aria-describedby=${form.wrong.has(name) ? `${id}-wrong` : ''}>
    <legend class="label">${label}</legend>
    <div class="choices">
      ${options.map(
        ([value, words], at) => html`<label class="choice ${chosen === value ? 'chosen' : ''}">
          <input type="radio" name=${id} id=${at === 0 ? id : nothing} .checked=${chosen === value} @change=${() => form.set(name, value)} />
          <span>${words}</span>
        </label>`,
      )}
    </div>
    ${hint ? html`<p class="soft small">${hint}</p>` : nothing}
    ${form.wrong.has(name) ? html`<p class="wrong small" id="${id}-wrong">${form.wrong.get(name)}</p>` : nothing}
  </fieldset>`;
}
