interface Sentence {
  readonly zh: string;
  readonly en: string;
}

/**
 * What an applicant is told when something happens to their case (domain.md §8.3). No names, numbers or reasons in here: a message
 * may appear on a locked phone; the case itself says the rest.
 */
export const messagesToApplicant = {
  submitted: {zh: '您的申请已提交，请保存好办件编号。', en: 'Your application has been filed. Keep its number.'},
  returned: {zh: '您的申请需要修改后再次提交，请查看需要改正的全部内容。', en: 'Your application needs changes. See the complete list and file it again.'},
  received: {zh: '您的材料已收到。', en: 'Your papers have been received.'},
  forwarded: {zh: '您的材料已转送属地部门。', en: 'Your papers are on their way to the office that decides.'},
  supplement: {zh: '您的申请需要补正，请在期限内补齐所列的全部内容。', en: 'Something is missing. Please send everything on the list in time.'},
  accepted: {zh: '您的申请已受理，可查看办结期限。', en: 'Your application has been accepted. You can see when it is due.'},
  refused: {zh: '您的申请不予受理，请查看理由和救济途径。', en: 'Your application was not accepted. See the reason and how to object.'},
  suspended: {zh: '您的申请已进入特别程序，请查看原因和对期限的影响。', en: 'A special procedure has begun. See why, and what it does to the due date.'},
  resumed: {zh: '特别程序已结束，您的申请继续审查。', en: 'The special procedure has ended and the review goes on.'},
  extended: {zh: '您的申请已延长办理期限，请查看理由和新的期限。', en: 'The time for your application was extended. See the reason and the new due date.'},
  lackWarning: {zh: '补交材料已逾期，请尽快补齐，否则将退件。', en: 'Something you still had to send is overdue. Send it soon, or the application will be sent back.'},
  decided: {zh: '您的申请已作出决定，请查看。', en: 'Your application has been decided.'},
  shipped: {zh: '办理结果已送出，请查看领取方式。', en: 'The result is on its way. See how to receive it.'},
  feePaid: {zh: '费用已缴清。', en: 'The fee has been paid.'},
  feeRefunded: {zh: '费用已退还，请查看。', en: 'The fee has been given back. See the details.'},
  closed: {zh: '您的办件已办结，欢迎评价。', en: 'Your case is closed. You may rate it.'},
  sentBack: {zh: '您的申请因逾期未补齐已退件，可重新申请。', en: 'Your application was sent back because the answer did not come in time. You may apply again.'},
  withdrawn: {zh: '您的申请已撤回。', en: 'Your application has been withdrawn.'},
  voided: {zh: '您的办件记录因录入错误作废，请联系受理单位。', en: 'The record of your case was voided as a data error. Please contact the office.'},
} as const satisfies Record<string, Sentence>;

export type MessageKind = keyof typeof messagesToApplicant;
