import * as v from 'valibot';
import {Instant, LocalDate, text} from '../primitives.js';

/** The papers (文书) a case can produce, domain.md §10. */
export const PaperKind = v.picklist([
  'filingReceipt', // 申报回执
  'intakeReceipt', // 收件凭证
  'supplementReceipt', // 补正收件凭证
  'precheckOpinion', // 预审意见
  'transferSlip', // 流转单
  'onceNotice', // 一次性告知书 / 补正通知书
  'acceptance', // 受理通知书
  'refusal', // 不予受理通知书
  'specialProcedure', // 特别程序告知书
  'extension', // 延期告知书
  'decision', // 准予决定书
  'denial', // 不予决定书
  'deliveryReceipt', // 送达回证
  'returnNotice', // 退件通知
  'withdrawal', // 撤回告知
  'voidRecord', // 作废记录
  'lackPromise', // 容缺受理承诺书
]);
export type PaperKind = v.InferOutput<typeof PaperKind>;

/** A paper as printed on A4 and as its plain-text twin. Masked for a screen, full only for the printer of who may see it. */
export const Paper = v.strictObject({
  docNo: text(80),
  kind: PaperKind,
  caseNo: text(50),
  shortCode: text(12),
  itemName: text(300),
  taskCode: text(80),
  applicant: v.strictObject({name: text(100), idNo: text(30)}),
  /** Set when one person acts for another: 「A 代 B」. */
  agentName: v.optional(text(100)),
  materials: v.array(v.strictObject({name: text(200), state: text(20), note: v.optional(text(500))})),
  /** Faults, reason, remedy … in the order they are printed. */
  paragraphs: v.array(text(2000)),
  legalBasis: v.array(text(500)),
  dueOn: v.optional(v.union([v.strictObject({on: LocalDate}), v.strictObject({notBefore: LocalDate})])),
  office: text(100),
  officer: v.optional(text(80)),
  issuedAt: Instant,
  /** What the QR code holds: the public progress page, with no personal data. */
  progressUrl: text(500),
});
export type Paper = v.InferOutput<typeof Paper>;

export const PaperRef = v.strictObject({docNo: text(80), kind: PaperKind, issuedAt: Instant});
export type PaperRef = v.InferOutput<typeof PaperRef>;
