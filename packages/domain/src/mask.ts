import {checkBankCard} from './checks/bank-card.js';
import {fold, foldGrouped} from './checks/fold.js';
import {checkMobile} from './checks/mobile.js';

/*
 * The masking rules of 浙里办 (domain.md §18). A rule is made for one form of number; whatever has not that form is hidden whole,
 * because a rule applied to a shorter text would show most of it. Masking happens where the data is; a client never gets what it
 * may not show.
 */

/** 王大友 → *大友. Marks that belong to the first character go with it. */
export function maskName(name: string): string {
  return visible(name).replace(/^.\p{M}*/su, '*');
}

/** 3****************X. */
export function maskCitizenIdStrong(id: string): string {
  return maskCitizenDigits(id, (at) => at === 1 || at === 18);
}

/** 3***02189912*****2: characters 1, 5–12 and 18. */
export function maskCitizenId(id: string): string {
  return maskCitizenDigits(id, (at) => at === 1 || (at >= 5 && at <= 12) || at === 18);
}

/** The first and the last third of other documents' numbers. A citizen number that comes along gets its own rule. */
export function maskOtherId(id: string): string {
  if (looksLikeCitizenId(id)) return maskCitizenId(id);
  const characters = [...visible(id)];
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
  return looksLikeCitizenId(id) ? keep([...fold(id)], isShown) : hide(id);
}

/** Right or wrong in its check digit: a mistyped number names its person just as well. */
function looksLikeCitizenId(id: string): boolean {
  return /^\d{17}[\dX]$/.test(fold(id));
}

/** Keeps the characters whose place, counted from 1, is shown. */
function keep(characters: readonly string[], isShown: (at: number) => boolean): string {
  return characters.map((character, index) => (isShown(index + 1) ? character : '*')).join('');
}

function hide(value: string): string {
  return '*'.repeat([...visible(value)].length);
}

/** Without blanks and invisible marks at the front, behind which a rule would show what it should hide. */
function visible(value: string): string {
  return value.replace(/\p{Cf}/gu, '').trim();
}
