import type {Case} from '../case/case.js';
import type {CaseEvent} from '../case/case-event.js';
import {payloads, type Action, type Fault, type Payload} from '../case/command.js';
import {parse} from '../parse.js';
import type {PaperKind} from './paper.js';

type Paragraphs = (file: Case, event: CaseEvent) => readonly string[];

/** What each paper says, in the order it is printed. Written by us after the usual forms; a province may lay its own over it. */
const paragraphs: Readonly<Record<PaperKind, Paragraphs>> = {
  filingReceipt: () => ['您的申请已提交。本回执不代表已受理；预审结果将另行告知。'],
  intakeReceipt: (file) => ['您提交的材料已收到，清单如下。本凭证不代表已受理。', receiptDaySentence(file)],
  supplementReceipt: () => ['您补交的材料已收到，清单如下。'],
  precheckOpinion: (file) => ['经预审，您的申请需要修改。以下为需要改正的全部内容：', ...numbered(file.faults), '改正后可再次提交，无需重新填写。'],
  transferSlip: (_file, event) => {
    const {carrier, waybill} = payloadOf(event, 'forward');
    return [carrier === 'ems' ? `材料以邮政快递送交属地部门，运单号：${waybill ?? ''}。` : '材料以电子方式送交属地部门。', '接收方请逐项核对清单后签收。'];
  },
  onceNotice: (file, event) => [
    '经审查，您的申请材料不齐全或者不符合法定形式。以下为需要补正的全部内容：',
    ...numbered(file.faults),
    ...repeatSentence(event),
    '请在期限内一次补齐；逾期不补的，申请材料将退还。',
  ],
  acceptance: (file) =>
    file.deemed
      ? [`因未在法定期限内告知补正，您的申请自收到材料之日（${file.acceptedOn ?? ''}）起视为受理。`]
      : ['您的申请符合受理条件，现予受理。', ...(hasLack(file) ? ['其中容缺材料请按期补交；补齐前不制发证照。'] : [])],
  refusal: (_file, event) => {
    const {reason, remedy} = payloadOf(event, 'refuse');
    return ['您的申请不予受理。', `理由：${reason}`, `救济途径：${remedy}`];
  },
  specialProcedure: (_file, event) => {
    const {name, reason, basis, countsInLimit} = payloadOf(event, 'suspend');
    return [`您的申请进入特别程序：${name}。`, `原因：${reason}`, `依据：${basis}`, countsInLimit ? '所需时间计入办理期限。' : '所需时间不计入办理期限。'];
  },
  extension: (_file, event) => {
    const {workdays, reason} = payloadOf(event, 'extend');
    return [`经负责人批准，办理期限延长 ${workdays} 个工作日。`, `理由：${reason}`];
  },
  decision: () => ['经审查，您的申请符合法定条件，准予办理。'],
  denial: (file) => [
    '经审查，您的申请不符合法定条件，不予办理。',
    `理由：${file.decision?.reason ?? ''}`,
    '如不服本决定，可依法申请行政复议或者提起行政诉讼。',
  ],
  deliveryReceipt: (file, event) => {
    const by = {window: '窗口领取', courier: '邮寄', electronic: '电子送达'} as const;
    const sentences = [`送达方式：${file.delivery ? by[file.delivery.by] : ''}。`];
    if (event.action !== 'handOver') return [...sentences, '办理结果已经送达申请人，办件办结。'];
    return [...sentences, payloadOf(event, 'handOver').to === 'agent' ? '由代办人领取，已核对身份与授权。' : '由申请人本人领取，已核对身份。'];
  },
  returnNotice: (file) => ['您的申请因逾期未补齐，现予退件。', `理由：${file.endReason ?? ''}`, '您可以备齐材料后重新申请。'],
  withdrawal: (file) => ['您的申请已撤回，办理终止。', `说明：${file.endReason ?? ''}`],
  voidRecord: (file) => ['本办件记录因录入错误作废，不计入统计，记录保留备查。', `说明：${file.endReason ?? ''}`],
  lackPromise: () => ['申请人承诺按期补交下列材料；逾期未补的，经提醒后予以退件。'],
};

export function paragraphsOf(kind: PaperKind, file: Case, event: CaseEvent): string[] {
  return [...paragraphs[kind](file, event)];
}

/** Which receipt counts is said in plain words (domain.md §8.1b). */
function receiptDaySentence({receiptDay}: Case): string {
  return receiptDay === 'home'
    ? '按照两地协议，告知补正的五个工作日自属地部门签收材料之日起算，不自今日起算。'
    : '如需补正，将自今日起五个工作日内一次性告知；逾期不告知的，自今日起视为受理。';
}

function repeatSentence(event: CaseEvent): string[] {
  const {repeatReason} = event.action === 'onceNotice' ? payloadOf(event, 'onceNotice') : {};
  return repeatReason === undefined ? [] : [`再次告知的原因：${repeatReason}`];
}

function numbered(faults: readonly Fault[]): string[] {
  return faults.map(({what, remedy}, index) => `${index + 1}. ${what}${remedy === undefined ? '' : `（${remedy}）`}`);
}

function payloadOf<A extends Action>(event: CaseEvent, action: A): Payload<A> {
  return parse(payloads[action], event.payload, 'TB_LOG_BROKEN');
}

const hasLack = ({slots}: Case) => slots.some(({state}) => state === 'lacking');
