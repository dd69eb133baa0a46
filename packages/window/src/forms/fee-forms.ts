import type {Payload} from '@tongban/domain/case/command.js';
import {keptOf} from '@tongban/domain/fees/fee-of.js';
import {fenIn, yuanOf} from '@tongban/domain/fees/fen.js';
import {BillNo} from '@tongban/domain/fees/payment.js';
import * as v from 'valibot';
import type {FormField} from './field-view.js';
import type {ActionForm, OpenForm} from './open-form.js';
import {plainForm} from './plain-form.js';

/** Forms about money: what a window took, what is waived, what went back. */

const numberField = ({text}: OpenForm, name: 'billNo' | 'refundNo'): FormField => ({name, kind: 'line', label: text.of(name), required: true, check: (value) => (v.is(BillNo, value) ? undefined : text.of('wrong-billNo'))});

const amountField = ({text}: OpenForm, own: Partial<FormField> = {}): FormField => ({name: 'yuan', kind: 'line', label: text.of('feeYuan'), required: true, check: (value) => (fenIn(value) === undefined ? text.of('wrong-yuan') : undefined), ...own});

/** The amount is typed only where the guide does not fix it. */
export const takeFee: ActionForm<Payload<'takeFee'>> = plainForm(
  (form) => {
    const {text, file} = form;
    const due = file.fee?.dueFen;
    const means: FormField = {name: 'means', kind: 'choice', label: text.of('means'), required: true, options: (['cash', 'card'] as const).map((each) => [each, text.of(`means-${each}`)] as const), ...(due !== undefined && {hint: text.of('feeAsked', {amount: yuanOf(due)})})};
    return [means, ...(due === undefined ? [amountField(form)] : []), numberField(form, 'billNo')];
  },
  (value, {file}) => ({means: value('means') === 'card' ? 'card' : 'cash', fen: file.fee?.dueFen ?? fenIn(value('yuan')) ?? 0, billNo: value('billNo')}),
);

export const refundFee: ActionForm<Payload<'refundFee'>> = plainForm(
  (form) => {
    const {text, file: {fee}} = form;
    const payments = (fee?.payments ?? []).filter((payment) => keptOf(payment) > 0);
    const options = payments.map(({billNo, means, fen, on}) => [billNo, text.of('payment', {means: text.of(`means-${means}`), amount: yuanOf(fen), billNo, on})] as const);
    return [
      {name: 'billNo', kind: 'choice', label: text.of('refundOf'), required: true, options, initial: payments.length === 1 ? payments[0]!.billNo : ''},
      amountField(form, {initial: yuanOf(fee?.refundFen ?? 0)}),
      numberField(form, 'refundNo'),
    ];
  },
  (value) => ({billNo: value('billNo'), refundNo: value('refundNo'), fen: fenIn(value('yuan')) ?? 0}),
);
