import type {CaseFile} from '@tongban/domain/case/case-file.js';
import {addDays} from '@tongban/domain/time/civil-date.js';
import type {Payload} from '@tongban/domain/case/command.js';
import {isCovered} from '@tongban/domain/slots/slots.js';
import type {FormField} from './field-view.js';
import type {ActionForm, OpenForm} from './open-form.js';
import {plainForm} from './plain-form.js';

/** Forms of the office that decides: accept, refuse, suspend, extend, decide, and what a second person has to confirm. */

const reasonField = ({text}: OpenForm, own: Partial<FormField> = {}): FormField => ({name: 'reason', kind: 'lines', label: text.of('reason'), hint: text.of('reasonHint'), required: true, max: 1000, ...own});

/** A date the clerk will most often want, and can change. */
const LACK_DAYS = 14;

export const accept: ActionForm<Payload<'accept'>> = plainForm(
  ({file, text, today}) => lackingIn(file).map(({materialId, name}) => ({name: `due-${materialId}`, kind: 'date', label: text.of('lackDue', {material: name}), required: true, ahead: true, initial: addDays(today, LACK_DAYS)})),
  (value, {file}) => {
    const lacking = lackingIn(file).map(({materialId}) => ({materialId, dueOn: value(`due-${materialId}`)}));
    return lacking.length > 0 ? {lacking} : {};
  },
);

/** What may follow later and is not there. */
const lackingIn = ({slots}: CaseFile) => slots.filter((slot) => slot.necessity === 3 && !isCovered(slot));

export const refuse: ActionForm<Payload<'refuse'>> = plainForm(
  (form) => [reasonField(form, {initial: form.file.proposal?.reason ?? ''}), {name: 'remedy', kind: 'lines', label: form.text.of('remedy'), required: true, initial: form.text.of('remedyText'), max: 1000}],
  (value) => ({reason: value('reason'), remedy: value('remedy')}),
);

const proposable: Partial<Record<CaseFile['state'], readonly Payload<'propose'>['what'][]>> = {
  received: ['refuse', 'void'],
  atHome: ['refuse', 'void'],
  reviewing: ['deny', 'expire', 'void'],
  returned: ['expire', 'void'],
  supplement: ['expire', 'void'],
  accepted: ['expire', 'void'],
  suspended: ['expire', 'void'],
  decided: ['expire', 'void'],
};

export const propose: ActionForm<Payload<'propose'>> = plainForm(
  (form) => {
    const {file, text} = form;
    const what = proposable[file.state] ?? ['void'];
    return [{name: 'what', kind: 'choice', label: text.of('proposeWhat'), required: true, options: what.map((each) => [each, text.of(`propose-${each}`)] as const)}, reasonField(form)];
  },
  (value) => ({what: value('what') as Payload<'propose'>['what'], reason: value('reason')}),
);

export const suspend: ActionForm<Payload<'suspend'>> = plainForm(
  (form) => [
    {name: 'name', kind: 'line', label: form.text.of('suspendName'), required: true},
    {name: 'basis', kind: 'line', label: form.text.of('suspendBasis'), required: true, max: 300},
    reasonField(form),
    {name: 'counts', kind: 'tick', label: form.text.of('suspendCounts')},
  ],
  (value) => ({name: value('name'), basis: value('basis'), reason: value('reason'), countsInLimit: value('counts') === 'yes'}),
);

export const extend: ActionForm<Payload<'extend'>> = plainForm(
  (form) => [{name: 'workdays', kind: 'number', label: form.text.of('extendDays'), required: true, min: 1, max: 10}, reasonField(form)],
  (value) => ({workdays: Number(value('workdays')), reason: value('reason')}),
);

/** Nothing is preset: a decision is made, not confirmed. */
export const decide: ActionForm<Payload<'decide'>> = plainForm(outcomeFields, (value) => outcomeIn(value));

function outcomeFields(form: OpenForm): FormField[] {
  const {text, values, file} = form;
  const outcome: FormField = {name: 'outcome', kind: 'choice', label: text.of('outcome'), required: true, options: (['grant', 'deny'] as const).map((each) => [each, text.of(`outcome-${each}`)] as const)};
  return values['outcome'] === 'deny' ? [outcome, reasonField(form, {initial: file.proposal?.reason ?? ''})] : [outcome];
}

function outcomeIn(value: (name: string) => string): Payload<'decide'> {
  return value('outcome') === 'deny' ? {outcome: 'deny', reason: value('reason')} : {outcome: 'grant'};
}

const partField = ({file, text}: OpenForm, state: 'waiting' | 'running'): FormField => {
  const parts = file.parts.filter((part) => part.state === state);
  return {name: 'part', kind: 'choice', label: text.of('part'), required: true, initial: parts.length === 1 ? (parts[0]?.part ?? '') : '', options: parts.map(({part, name}) => [part, name] as const)};
};

export const startPart: ActionForm<Payload<'startPart'>> = plainForm((form) => [partField(form, 'waiting')], (value) => ({part: value('part')}));

export const decidePart: ActionForm<Payload<'decidePart'>> = plainForm(
  (form) => [partField(form, 'running'), ...outcomeFields(form)],
  (value) => ({part: value('part'), ...outcomeIn(value)}),
);

export const waiveFee: ActionForm<Payload<'waiveFee'>> = plainForm((form) => [reasonField(form)], (value) => ({reason: value('reason')}));

const withReason = plainForm<Payload<'expire'>>(
  (form) => [reasonField(form, {initial: form.file.proposal?.reason ?? ''})],
  (value) => ({reason: value('reason')}),
);
export const expire: ActionForm<Payload<'expire'>> = withReason;
export const voidCase: ActionForm<Payload<'void'>> = withReason;
