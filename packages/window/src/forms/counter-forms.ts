import type {Payload} from '@tongban/domain/case/command.js';
import type {FormField} from './field-view.js';
import type {ActionForm, OpenForm} from './open-form.js';
import {plainForm} from './plain-form.js';

/** Forms of the counter: sending on, making, delivering, handing over, withdrawing for somebody. */

const waybillField = ({text}: OpenForm): FormField => ({name: 'waybill', kind: 'line', label: text.of('waybill'), required: true, max: 40});

export const forward: ActionForm<Payload<'forward'>> = plainForm(
  (form) => {
    const {file, text, values} = form;
    // What was kept and not scanned can only go as a parcel.
    const hasPaper = file.slots.some(({check, pieces}) => check?.how === 'copyKept' && pieces.length === 0);
    const initial = hasPaper || file.state === 'forwarding' ? 'ems' : 'online';
    const offered = hasPaper ? (['ems'] as const) : (['online', 'ems'] as const);
    const carrier: FormField = {
      ...{name: 'carrier', kind: 'choice', label: text.of('carrier'), required: true, initial},
      options: offered.map((each) => [each, text.of(`carrier-${each}`)] as const),
      ...(hasPaper && {hint: text.of('carrierPaper')}),
    };
    return (values['carrier'] ?? initial) === 'ems' ? [carrier, waybillField(form)] : [carrier];
  },
  (value) => (value('carrier') === 'ems' ? {carrier: 'ems', waybill: value('waybill')} : {carrier: 'online'}),
);

export const make: ActionForm<Payload<'make'>> = plainForm(
  ({text, guide}) => [
    {name: 'resultName', kind: 'line', label: text.of('resultName'), required: true, initial: guide?.results[0]?.name ?? ''},
    {name: 'resultNo', kind: 'line', label: text.of('resultNo'), max: 80},
  ],
  (value) => ({resultName: value('resultName'), ...(value('resultNo') && {resultNo: value('resultNo')})}),
);

export const dispatch: ActionForm<Payload<'dispatch'>> = plainForm(
  (form) => {
    const {text, values} = form;
    const by: FormField = {name: 'by', kind: 'choice', label: text.of('deliverBy'), required: true, options: (['window', 'courier', 'electronic'] as const).map((each) => [each, text.of(`delivery-${each}`)] as const)};
    return values['by'] === 'courier' ? [by, waybillField(form)] : [by];
  },
  (value) => {
    const by = value('by') as Payload<'dispatch'>['by'];
    return by === 'courier' ? {by, waybill: value('waybill')} : {by};
  },
);

export const handOver: ActionForm<Payload<'handOver'>> = plainForm(
  ({file, text}) => [
    {
      ...{name: 'to', kind: 'choice', label: text.of('handOverTo'), required: true, initial: file.agent ? '' : 'applicant'},
      options: (file.agent ? (['applicant', 'agent'] as const) : (['applicant'] as const)).map((each) => [each, text.of(`handOver-${each}`)] as const),
    },
    {name: 'idChecked', kind: 'tick', label: text.of('idChecked'), required: true},
  ],
  (value) => ({to: value('to') === 'agent' ? 'agent' : 'applicant', idChecked: true}),
);

export const withdraw: ActionForm<Payload<'withdraw'>> = plainForm(
  ({text}) => [
    {name: 'reason', kind: 'lines', label: text.of('reason'), max: 500},
    {name: 'signedRequest', kind: 'tick', label: text.of('signedRequest'), required: true},
  ],
  (value) => ({signedRequest: true, ...(value('reason') && {reason: value('reason')})}),
);
