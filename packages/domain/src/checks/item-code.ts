import {failed, passed, type CheckResult} from './check-result.js';
import {fold} from './fold.js';
import {checkUscc} from './uscc.js';

/** 基本编码: twelve characters. */
export interface CatalogueCode {
  /** `00` national, else the first two digits of the province. */
  readonly scope: string;
  /** Item type, GB/T 39046-2020 A.1 with local extensions. */
  readonly type: string;
  readonly main: string;
  /** `000` without sub items, `00Y` for a main item that has some. */
  readonly sub: string;
}

/** 基本编码 (12), 实施编码 (31) or 业务办理项编码 (33), split. */
export interface ItemCode {
  readonly catalogue: CatalogueCode;
  /** From 31 characters on: whose edition this is. */
  readonly edition?: {
    /** Credit code. */
    readonly authority: string;
    /** 1 national, 2 province, 3 city, 4 county, 5 town, 6 village, 7 several (GB/T 39046-2020 A.2). */
    readonly level: string;
  };
  /** In 33 characters: 业务办理项. */
  readonly handling?: string;
}

const SHAPE = /^(?:([0-9A-Z]{18})(\d))?(\d{2})(\d{2})(\d{5})(\d{3}|00Y)(\d{2})?$/;
const STANDARD_TYPES = ['01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '20'];
/** 21 is 公共服务 in Guangdong, where 20 is 其他行政权力. */
const LOCAL_TYPES: Readonly<Record<string, readonly string[]>> = {'44': ['21']};

/**
 * Item codes as they are used (domain.md §2). The widths of GB/T 39046-2020 (up to 10 and 24) pass with a warning, because what a
 * province delivers under the standard is kept too.
 */
export function checkItemCode(typed: string): CheckResult {
  const value = fold(typed);
  if (value === '') return failed('empty');
  const code = parseItemCode(value);
  if (!code) return hasStandardWidth(value) ? passed(value, 'item-code-standard-width') : failed('item-code-shape');
  const {catalogue, edition} = code;
  if (edition && !checkUscc(edition.authority).ok) return failed('item-code-authority');
  if (edition && !/[1-7]/.test(edition.level)) return failed('item-code-level');
  return isKnownType(catalogue) ? passed(value) : passed(value, 'item-code-type');
}

/** Splits a code of 12, 31 or 33 characters. Undefined for any other; whether the parts are valid is not looked at. */
export function parseItemCode(value: string): ItemCode | undefined {
  const match = SHAPE.exec(value);
  const [, authority, level, scope, type, main, sub, handling] = match ?? [];
  if (scope === undefined || type === undefined || main === undefined || sub === undefined) return undefined;
  const catalogue = {scope, type, main, sub};
  if (authority === undefined || level === undefined) return handling === undefined ? {catalogue} : undefined;
  const edition = {authority, level};
  return handling === undefined ? {catalogue, edition} : {catalogue, edition, handling};
}

export function formatItemCode({catalogue, edition, handling = ''}: ItemCode): string {
  const owner = edition ? edition.authority + edition.level : '';
  return owner + formatCatalogueCode(catalogue) + handling;
}

export function formatCatalogueCode({scope, type, main, sub}: CatalogueCode): string {
  return scope + type + main + sub;
}

/** The main item (`00Y`) that a sub item belongs to; undefined for what is no sub item. */
export function mainItemOf(catalogue: CatalogueCode): CatalogueCode | undefined {
  return catalogue.sub === '000' || catalogue.sub === '00Y' ? undefined : {...catalogue, sub: '00Y'};
}

function hasStandardWidth(value: string): boolean {
  return /^(?:[0-9A-Z]{1,10}|[0-9A-Z]{13,24})$/.test(value);
}

function isKnownType({scope, type}: CatalogueCode): boolean {
  return STANDARD_TYPES.includes(type) || (LOCAL_TYPES[scope]?.includes(type) ?? false);
}
