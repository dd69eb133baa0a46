import {errors, type ErrorCode} from '@tongban/domain/errors.js';
import * as v from 'valibot';

/** What is wrong with one row of a feed: enough to find it and mend it, in both languages. */
export interface RowFault {
  /** 1 is the first row of the list, whatever stands around the list. */
  readonly row: number;
  /** Dotted path inside the row; empty when the row as a whole is meant. */
  readonly field: string;
  readonly code: ErrorCode;
  readonly zh: string;
  readonly en: string;
}

/** Tells of a fault of the row at hand; the row is then left out. `reason` says more than the sentence of the code. */
export type ReportFault = (field: string, code: ErrorCode, reason?: {zh: string; en: string}) => void;

export function rowFault(row: number, field: string, code: ErrorCode, reason?: {zh: string; en: string}): RowFault {
  const {zh, en} = errors[code];
  return {row, field, code, ...(reason ?? {zh, en})};
}

/** Reports each place where `input` has not the shape of `schema`; the answer is the parsed value when there is none. */
export function parseRow<Schema extends v.GenericSchema>(
  schema: Schema,
  input: unknown,
  report: ReportFault,
): v.InferOutput<Schema> | undefined {
  const result = v.safeParse(schema, input);
  if (result.success) return result.output;
  for (const issue of result.issues) {
    report(v.getDotPath(issue) ?? '', 'TB_CONTRACT_INVALID', {
      zh: `缺失或格式不对，应为 ${issue.expected ?? issue.type}。`,
      en: `Missing or of the wrong shape; expected ${issue.expected ?? issue.type}.`,
    });
  }
  return undefined;
}
