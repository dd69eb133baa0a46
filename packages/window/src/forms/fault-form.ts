import type {Fault, Payload} from '@tongban/domain/case/command.js';
import {isCovered} from '@tongban/domain/slots/slots.js';
import {html, nothing, type TemplateResult} from 'lit';
import {fieldView, valueOf, type FormField} from './field-view.js';
import {controlId, type ActionForm, type OpenForm, type Wrong} from './open-form.js';
import {wrongOf} from './plain-form.js';

/** What a fault can be about: a material, a field, or neither. */
interface Target {
  /** Part of the names of its controls. */
  readonly key: string;
  readonly name: string;
  readonly about: Pick<Fault, 'materialId' | 'fieldId'>;
  /** A necessary paper that is not there is a fault nobody has to find. */
  readonly isMissing?: boolean;
}

/**
 * The one list of all faults (一次性告知): every paper and field can be ticked, each with words of its own, and the clerk says that
 * the list is complete.
 */
export const faultForm: ActionForm<Payload<'onceNotice'>> = {
  body,
  check,
  summary: (form) => ticked(form).map((target) => [target.name, [valueOf(form, what(form, target)), valueOf(form, remedy(form, target))].filter(Boolean).join(' → ')]),
  payload: (form) => ({faults: faultsIn(form), ...(needsRepeatReason(form) && valueOf(form, repeat(form)).trim() && {repeatReason: valueOf(form, repeat(form)).trim()})}),
};

function body(form: OpenForm): TemplateResult {
  const {text} = form;
  const group = (title: string, targets: readonly Target[]) =>
    targets.length === 0 ? nothing : html`<h4>${title}</h4><ul class="plain faults" aria-label=${title}>${targets.map((target) => html`<li class=${isTicked(form, target) ? 'open' : ''}>${row(form, target)}</li>`)}</ul>`;
  return html`
    <p class="soft">${text.of('faultsIntro')}</p>
    ${group(text.of('faultMaterials'), materialsOf(form))}
    ${group(text.of('faultFields'), fieldsOf(form))}
    ${row(form, other(form))}
    ${needsRepeatReason(form) ? fieldView(form, repeat(form)) : nothing}
    ${form.wrong.has('none') ? html`<p class="wrong" id=${controlId('none')} tabindex="-1">${form.wrong.get('none')}</p>` : nothing}
    ${fieldView(form, complete(form))}
  `;
}

function row(form: OpenForm, target: Target): TemplateResult {
  const name = `tick-${target.key}`;
  const isOn = isTicked(form, target);
  return html`<label class="choice ${isOn ? 'chosen' : ''}">
      <input type="checkbox" id=${controlId(name)} .checked=${isOn} @change=${(event: Event) => form.set(name, (event.target as HTMLInputElement).checked ? 'yes' : 'no')} />
      <span lang=${target.about.materialId || target.about.fieldId ? 'zh-CN' : nothing}>${target.name}</span>
    </label>
    ${isOn ? html`<div class="fault-words">${fieldView(form, what(form, target))}${fieldView(form, remedy(form, target))}</div>` : nothing}`;
}

function check(form: OpenForm): Wrong[] {
  const on = ticked(form);
  if (on.length === 0) return [{name: 'none', sentence: form.text.of('faultsNone')}];
  return [...on.map((target) => wrongOf(form, what(form, target))), wrongOf(form, complete(form))].filter((wrong): wrong is Wrong => wrong !== undefined);
}

function faultsIn(form: OpenForm): Fault[] {
  return ticked(form).map((target) => {
    const advice = valueOf(form, remedy(form, target)).trim();
    return {...target.about, what: valueOf(form, what(form, target)).trim(), ...(advice && {remedy: advice})};
  });
}

const ticked = (form: OpenForm): Target[] => [...materialsOf(form), ...fieldsOf(form), other(form)].filter((target) => isTicked(form, target));

const isTicked = ({values}: OpenForm, {key, isMissing}: Target): boolean => (values[`tick-${key}`] ?? (isMissing ? 'yes' : '')) === 'yes';

const materialsOf = ({file}: OpenForm): Target[] =>
  file.slots.map((slot) => ({key: `m-${slot.materialId}`, name: slot.name, about: {materialId: slot.materialId}, isMissing: slot.necessity === 1 && !isCovered(slot) && slot.state === 'empty'}));

const fieldsOf = ({file, guide}: OpenForm): Target[] =>
  Object.keys(file.fields).map((fieldId) => ({key: `f-${fieldId}`, name: guide?.fields.find(({id}) => id === fieldId)?.label ?? fieldId, about: {fieldId}}));

const other = ({text}: OpenForm): Target => ({key: 'other', name: text.of('faultOther'), about: {}});

const what = ({text}: OpenForm, {key, isMissing}: Target): FormField => ({
  ...{name: `what-${key}`, kind: 'lines', label: text.of('faultWhat'), required: true, max: 1000},
  initial: isMissing ? text.of('quick-missing') : '',
  quick: (['missing', 'unclear', 'differs', 'expired', 'unsigned', 'wrongForm'] as const).map((each) => text.of(`quick-${each}`)),
});

const remedy = ({text}: OpenForm, {key}: Target): FormField => ({
  ...{name: `remedy-${key}`, kind: 'line', label: text.of('faultRemedy'), max: 500},
  quick: (['again', 'sign', 'correct'] as const).map((each) => text.of(`quickRemedy-${each}`)),
});

const complete = ({text}: OpenForm): FormField => ({name: 'complete', kind: 'tick', label: text.of('faultsAll'), required: true});

const repeat = ({text}: OpenForm): FormField => ({name: 'repeatReason', kind: 'lines', label: text.of('repeatReason'), hint: text.of('repeatHint')});

/** Told once already: only a supervisor may bring up again what could be seen then. */
const needsRepeatReason = ({action, file, staff}: OpenForm): boolean => action === 'onceNotice' && staff.roles.includes('supervisor') && file.papers.some(({kind}) => kind === 'onceNotice');
