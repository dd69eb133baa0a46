import * as v from 'valibot';

/** The states of an application (办件), domain.md §8. Rating hangs on the case and is not a state. */
export const CaseState = v.picklist([
  'draft', // 草稿, only ever on the applicant's device
  'submitted', // 已申报
  'prechecking', // 预审
  'returned', // 预审退回
  'received', // 已收件
  'forwarding', // 流转中
  'atHome', // 属地已接收
  'supplement', // 待补正
  'accepted', // 已受理
  'reviewing', // 审查中
  'suspended', // 特别程序
  'decided', // 已决定
  'making', // 制证
  'delivering', // 送达
  'closed', // 办结
  'refused', // 不予受理
  'sentBack', // 退件
  'withdrawn', // 撤回
  'voided', // 作废
]);
export type CaseState = v.InferOutput<typeof CaseState>;

/** States with no way on. */
export const terminalStates: readonly CaseState[] = ['closed', 'refused', 'sentBack', 'withdrawn', 'voided'];

export const isTerminal = (state: CaseState): boolean => terminalStates.includes(state);
