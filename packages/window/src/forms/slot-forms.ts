import type {Payload} from '@tongban/domain/case/command.js';
import type {MaterialSlot} from '@tongban/domain/slots/slot.js';
import {html, nothing, type TemplateResult} from 'lit';
import {scanInput} from '../scan/scan-input.js';
import {fieldView, valueOf, type FormField} from './field-view.js';
import {controlId, type ActionForm, type OpenForm} from './open-form.js';
import {wrongOf} from './plain-form.js';

/** Forms that take in papers: the answer to a notice, and what was to follow. */

export const scanKey = ({file: {caseNo}}: Pick<OpenForm, 'file'>, materialId: string): string => `${caseNo}/${materialId}`;

export const resubmit: ActionForm<Payload<'resubmit'>> = {
  body: (form) => html`
    <p class="soft">${form.text.of('slotsIntro')}</p>
    ${faulted(form).map((slot) => slotRow(form, slot, faultOf(form, slot.materialId)))}
    ${faultedFields(form).map((field) => fieldView(form, field))}
  `,
  check: (form) => [
    ...faulted(form).flatMap(({materialId, name}) => (isTaken(form, materialId) ? [] : [{name: `scan-${materialId}`, sentence: form.text.of('wrong-scan', {label: name})}])),
    ...faultedFields(form).flatMap((field) => wrongOf(form, field) ?? []),
  ],
  summary: (form) => [
    ...faulted(form).map(({materialId, name}): [string, string] => [name, form.scans.pieces(scanKey(form, materialId)).map(({fileName}) => fileName).join('、') || form.text.of('paperOnly')]),
    ...faultedFields(form).map((field): [string, string] => [field.label, valueOf(form, field)]),
  ],
  payload: (form) => {
    const slots = faulted(form).map(({materialId, name, necessity}): Payload<'resubmit'>['slots'][number] => ({materialId, name, necessity, state: 'provided', pieces: form.scans.pieces(scanKey(form, materialId))}));
    const fields = Object.fromEntries(faultedFields(form).map((field) => [field.name.slice('field-'.length), valueOf(form, field).trim()]));
    return Object.keys(fields).length > 0 ? {slots, fields} : {slots};
  },
};

export const fillLack: ActionForm<Payload<'fillLack'>> = {
  body: (form) => {
    const slot = lackingSlot(form);
    return html`<p class="soft">${form.text.of('lackIntro')}</p>
      ${lacking(form).length > 1 ? fieldView(form, whichLack(form)) : nothing} ${slot ? slotRow(form, slot) : nothing}`;
  },
  check: (form) => {
    const slot = lackingSlot(form);
    if (!slot) return [wrongOf(form, whichLack(form)) ?? {name: 'lack', sentence: form.text.of('bar-fillLack')}];
    return form.scans.pieces(scanKey(form, slot.materialId)).length > 0 ? [] : [{name: `scan-${slot.materialId}`, sentence: form.text.of('wrong-scan', {label: slot.name})}];
  },
  summary: (form) => {
    const slot = lackingSlot(form);
    return slot ? [[slot.name, form.scans.pieces(scanKey(form, slot.materialId)).map(({fileName}) => fileName).join('、')]] : [];
  },
  payload: (form) => {
    const materialId = lackingSlot(form)?.materialId ?? '';
    return {materialId, pieces: form.scans.pieces(scanKey(form, materialId))};
  },
};

function slotRow(form: OpenForm, slot: Pick<MaterialSlot, 'materialId' | 'name'>, fault?: string): TemplateResult {
  const {text, scans, action, wrong} = form;
  const name = `scan-${slot.materialId}`;
  return html`<fieldset class="field slot-row">
    <legend class="label" lang="zh-CN">${slot.name}</legend>
    ${fault ? html`<p class="small" lang="zh-CN">${fault}</p>` : nothing}
    ${scanInput({text, scans, key: scanKey(form, slot.materialId), name: slot.name, id: controlId(name)})}
    ${action === 'resubmit' ? fieldView(form, paperTick(form, slot.materialId)) : nothing}
    ${wrong.has(name) ? html`<p class="wrong small">${wrong.get(name)}</p>` : nothing}
  </fieldset>`;
}

const paperTick = ({text}: OpenForm, materialId: string): FormField => ({name: `paper-${materialId}`, kind: 'tick', label: text.of('paperOnly')});

const isTaken = (form: OpenForm, materialId: string): boolean => form.scans.pieces(scanKey(form, materialId)).length > 0 || form.values[`paper-${materialId}`] === 'yes';

const faulted = ({file}: OpenForm) => file.slots.filter(({materialId}) => file.faults.some((fault) => fault.materialId === materialId));

const faultOf = ({file}: OpenForm, id: string): string | undefined => file.faults.find(({materialId}) => materialId === id)?.what;

const faultedFields = ({file, guide}: OpenForm): FormField[] =>
  file.faults.flatMap(({fieldId, what}): FormField[] => (fieldId ? [{name: `field-${fieldId}`, kind: 'line', label: guide?.fields.find(({id}) => id === fieldId)?.label ?? fieldId, hint: what, required: true, max: 2000}] : []));

const lacking = ({file}: OpenForm) => file.slots.filter(({state}) => state === 'lacking');

const whichLack = (form: OpenForm): FormField => ({name: 'lack', kind: 'choice', label: form.text.of('slot-lacking'), required: true, options: lacking(form).map(({materialId, name}) => [materialId, name] as const)});

function lackingSlot(form: OpenForm): MaterialSlot | undefined {
  const all = lacking(form);
  return all.length === 1 ? all[0] : all.find(({materialId}) => materialId === form.values['lack']);
}

