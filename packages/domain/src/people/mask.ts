import {checkBankCard} from '../checks/bank-card.js';
import {fold, foldGrouped} from '../checks/fold.js';
import {checkMobile} from '../checks/mobile.js';

/*
 * The masking rules of 浙里办 (domain.md §18). A rule is made for one form of number; whatever has not that form is hidden whole,
 * because a rule applied to a shorter text would show most of it. Masking happens where the data is; a client never gets what it
 * may not show.
 */

/** All before the first sign that can belong to a name, that sign, and its marks. Rare characters may be private or newer than the browser. */
const FIRST_CHARACTER = /^(?:\p{DI}|[^\p{L}\p{N}\p{Co}\p{Cn}])*[^]\p{M}*/u;

/** 王大友 → *大友. Marks that belong to the first character go with it, and so does whatever stands before it. */
export function maskName(name: string): string {
  return name.replace(FIRST_CHARACTER, '*');
}

/** 3****************X. */
export function maskCitizenIdStrong(id: string): string {
  return maskCitizenDigits(id, (at) => at === 1 || at === 18);
}

/** 3***02189912*****2: characters 1, 5–12 and 18. */
export function maskCitizenId(id: string): string {
  return maskCitizenDigits(id, (at) => at === 1 || (at >= 5 && at <= 12) || at === 18);
}

/**
 * The first and the last third of other documents' letters and digits; separators are left out, or they would count as hidden.
 * A citizen number that comes along gets its own rule.
 */
export function maskOtherId(id: string): string {
  if (looksLikeCitizenId(id)) return maskCitizenId(id);
  const characters = [...lettersAndDigits(id)];
  const third = Math.floor(characters.length / 3);
  return keep(characters, (at) => at <= third || at > characters.length - third);
}

/** 138****8000. */
export function maskMobile(mobile: string): string {
  const checked = checkMobile(mobile);
  return checked.ok ? keep([...checked.value], (at) => at <= 3 || at > 7) : hide(mobile);
}

/** 0513-****8888: area code and the last four digits; an extension is hidden. */
export function maskFixedLine(line: string): string {
  const match = /^(010|02\d|0[3-9]\d{2})?\d{3,4}(\d{4})$/.exec(foldGrouped(line));
  if (!match) return hide(line);
  const [, area, last] = match;
  return area === undefined ? `****${last}` : `${area}-****${last}`;
}

/** zha***@example.com: three characters, or one of a name of two or three. */
export function maskMail(mail: string): string {
  const [, local = '', host] = /^([^@\s]+)@([^@\s]+)$/.exec(visible(mail)) ?? [];
  if (host === undefined) return hide(mail);
  const characters = [...local];
  const shown = characters.length > 3 ? 3 : Math.min(1, characters.length - 1);
  return `${characters.slice(0, shown).join('')}***@${host}`;
}

/** 622848******1234: the first six and the last four of 16 to 19 digits. */
export function maskBankCard(card: string): string {
  const checked = checkBankCard(card);
  if (!checked.ok || checked.value.length < 16) return hide(card);
  const digits = [...checked.value];
  return keep(digits, (at) => at <= 6 || at > digits.length - 4);
}

const rules = {
  name: maskName,
  citizenIdStrong: maskCitizenIdStrong,
  citizenId: maskCitizenId,
  otherId: maskOtherId,
  mobile: maskMobile,
  fixedLine: maskFixedLine,
  mail: maskMail,
  bankCard: maskBankCard,
} as const satisfies Record<string, (value: string) => string>;

export type MaskKind = keyof typeof rules;

export function mask(kind: MaskKind, value: string): string {
  return rules[kind](value);
}

function maskCitizenDigits(id: string, isShown: (at: number) => boolean): string {
  return looksLikeCitizenId(id) ? keep([...lettersAndDigits(id)], isShown) : hide(id);
}

/** Right or wrong in its check digit: a mistyped number names its person just as well. */
function looksLikeCitizenId(id: string): boolean {
  return /^\d{17}[\dX]$/.test(lettersAndDigits(id));
}

function lettersAndDigits(id: string): string {
  return fold(id).replace(/[^\p{L}\p{N}]/gu, '');
}

/** Keeps the characters whose place, counted from 1, is shown. */
function keep(characters: readonly string[], isShown: (at: number) => boolean): string {
  return characters.map((character, index) => (isShown(index + 1) ? character : '*')).join('');
}

function hide(value: string): string {
  return '*'.repeat([...visible(value)].length);
}

/** Without invisible marks and surrounding blanks, which would count as hidden characters. */
function visible(value: string): string {
  return value.replace(/[\p{Cc}\p{Cf}]/gu, '').trim();
}
