import {html, type TemplateResult} from 'lit';
import {fieldView, valueOf, type FormField} from './field-view.js';
import type {ActionForm, Filling, OpenForm, Wrong} from './open-form.js';

/** A form that is a row of controls. Which ones there are may hang on what is typed. */
export function plainForm<P>(fields: (form: OpenForm) => readonly FormField[], payload: (value: (name: string) => string, form: OpenForm) => P): ActionForm<P> {
  return {
    body: (form): TemplateResult => html`${fields(form).map((field) => fieldView(form, field))}`,
    check: (form) => fields(form).flatMap((field) => wrongOf(form, field) ?? []),
    summary: (form) => fields(form).flatMap((field) => inWords(form, field)),
    payload: (form) => {
      const shown = fields(form);
      return payload((name) => valueOf(form, shown.find((field) => field.name === name) ?? {name}).trim(), form);
    },
  };
}

/** An action that asks for nothing. */
export function nothingToFill<P>(payload: P): ActionForm<P> {
  return plainForm(() => [], () => payload);
}

/** What is wrong with one field, if anything. */
export function wrongOf(form: Filling, field: FormField): Wrong | undefined {
  const {text, today} = form;
  const {name, kind, label, required, ahead, min = 0, max = 0} = field;
  const value = valueOf(form, field).trim();
  if (kind === 'tick') return required && value !== 'yes' ? {name, sentence: text.of('wrong-tick', {label})} : undefined;
  if (value === '') return required ? {name, sentence: text.of('wrong-empty', {label})} : undefined;
  if (kind === 'number') {
    const isInside = /^\d+$/.test(value) && Number(value) >= min && Number(value) <= max;
    return isInside ? undefined : {name, sentence: text.of('wrong-number', {label, min, max})};
  }
  if (ahead && value <= today) return {name, sentence: text.of('wrong-date', {label})};
  const sentence = field.check?.(value);
  return sentence ? {name, sentence} : undefined;
}

function inWords(form: OpenForm, field: FormField): (readonly [string, string])[] {
  const value = valueOf(form, field).trim();
  if (value === '') return [];
  if (field.kind === 'tick') return [[field.label, '✓']];
  return [[field.label, field.options?.find(([option]) => option === value)?.[1] ?? value]];
}
