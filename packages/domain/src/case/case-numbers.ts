import {isLocalDate} from '../time/civil-date.js';
import {TbError} from '../errors.js';
import type {LocalDate, Region6} from '../primitives.js';

/** 办件编号, taken apart. */
export interface CaseNumber {
  /** 31 characters, or 33 of a handling item. */
  readonly taskCode: string;
  readonly date: LocalDate;
  /** From 1, per item and day. */
  readonly serial: number;
  /** Where the deciding authority is: characters 3–8 of its credit code (GB 32100). */
  readonly homeRegion: Region6;
}

/** A credit code, a level, 12 or 14 characters. */
const TASK_CODE = /^[0-9A-Z]{2}\d{6}[0-9A-Z]{10}\d[0-9A-Z]{12}(?:\d{2})?$/;
const FIRST_YEAR = '2021';

/**
 * 办件编号: task code, yyyyMMdd, serial of four digits, six from 10 000 on (domain.md §10).
 *
 * @throws TbError TB_CODE_INVALID
 */
export function caseNumber(taskCode: string, date: LocalDate, serial: number): string {
  const isSerial = Number.isInteger(serial) && serial >= 1 && serial <= 999_999;
  if (!TASK_CODE.test(taskCode) || !isLocalDate(date) || date < FIRST_YEAR || !isSerial) throw invalid();
  return taskCode + date.replace(/-/g, '') + String(serial).padStart(serial > 9999 ? 6 : 4, '0');
}

/** @throws TbError TB_CODE_INVALID */
export function parseCaseNumber(caseNo: string): CaseNumber {
  const parsed = [31, 33].flatMap((width) => split(caseNo, width));
  const [number] = parsed;
  if (!number || parsed.length > 1) throw invalid();
  return number;
}

export function isCaseNumber(text: string): boolean {
  return [31, 33].some((width) => split(text, width).length > 0);
}

/** @throws TbError TB_CODE_INVALID */
export function homeRegionOf(caseNo: string): Region6 {
  return parseCaseNumber(caseNo).homeRegion;
}

/** 45 characters may be 31 + 8 + 6 or 33 + 8 + 4; only one of them has a date of this century's use in the right place. */
function split(caseNo: string, width: number): CaseNumber[] {
  const taskCode = caseNo.slice(0, width);
  const [, year, month, day, digits] = /^(\d{4})(\d{2})(\d{2})(\d{4}|\d{6})$/.exec(caseNo.slice(width)) ?? [];
  const date = `${year}-${month}-${day}`;
  const serial = Number(digits);
  const isShortest = digits?.length === (serial > 9999 ? 6 : 4);
  const isValid = TASK_CODE.test(taskCode) && isLocalDate(date) && date >= FIRST_YEAR && date < '2100' && isShortest && serial >= 1;
  return isValid ? [{taskCode, date, serial, homeRegion: taskCode.slice(2, 8)}] : [];
}

const invalid = () => new TbError('TB_CODE_INVALID', {details: {at: 'caseNo'}});
