import type {Limit} from '@tongban/domain/guide/limit.js';
import type {Waiver} from '@tongban/domain/guide/material.js';
import {limitUnits} from '../code-words.js';
import {folded} from './cell.js';
import {listForm, textForm, type CellForm} from './cell-form.js';

const units = new Map(
  limitUnits.flatMap(({code, zh, also = []}) => [zh, ...also].map((word) => [word, code] as const)),
);
const NOT_FIXED = '未定';

/** 3 个工作日, 60 自然日, 1 个月, 即办, 当场, 未定 (of workdays) or 未定自然日. */
export const limitForm: CellForm<Limit> = {
  read(cell) {
    const text = cell.kind === 'text' ? folded(cell.text) : '';
    const instant = units.get(text);
    if (instant === 'instant' || instant === 'onSpot') return {ok: true, value: {value: 0, unit: instant}};
    const [, amount = '', word = ''] = new RegExp(`^(\\d+|${NOT_FIXED})(.*)$`).exec(text) ?? [];
    const unit = amount === NOT_FIXED && word === '' ? 'workday' : units.get(word);
    if (amount !== '' && unit && unit !== 'instant' && unit !== 'onSpot') {
      return {ok: true, value: {value: amount === NOT_FIXED ? null : Number(amount), unit}};
    }
    return {
      ok: false,
      zh: '时限要写数和单位，如“3个工作日”“60自然日”“1个月”，或“即办”“当场”“未定”。',
      en: 'A limit needs a number and a unit, such as 3个工作日, 60自然日, 1个月, or is 即办, 当场, 未定.',
    };
  },
  write({value, unit}) {
    const word = limitUnits.find(({code}) => code === unit)?.zh ?? unit;
    if (unit === 'instant' || unit === 'onSpot') return word;
    if (value === null) return unit === 'workday' ? NOT_FIXED : NOT_FIXED + word;
    return `${value}${unit === 'day' ? '' : '个'}${word}`;
  },
};

/** One waiver: 电子证照：居民身份证（11100000000013127D001）, 数据共享：婚姻登记信息, 告知承诺. */
const waiverForm: CellForm<Waiver> = {
  read(cell) {
    const [, by = '', rest = ''] = /^([^:：]+)(?:[:：](.*))?$/s.exec(cell.kind === 'text' ? cell.text : '') ?? [];
    const what = rest.trim();
    if (by.trim() === '告知承诺') return {ok: true, value: what ? {by: 'promise', note: what} : {by: 'promise'}};
    if (by.trim() === '数据共享' && what) return {ok: true, value: {by: 'share', dataName: what}};
    if (by.trim() === '电子证照' && what) {
      const [, name = what, code] = /^(.*?)[(（]([0-9A-Z]{21})[)）]$/s.exec(what) ?? [];
      return {ok: true, value: {by: 'certificate', certName: name.trim(), ...(code ? {certTypeCode: code} : {})}};
    }
    return {
      ok: false,
      zh: '免交方式应如“电子证照：居民身份证”“数据共享：婚姻登记信息”“告知承诺”，多种用分号隔开。',
      en: 'A waiver reads 电子证照：居民身份证, 数据共享：婚姻登记信息 or 告知承诺; semicolons part several.',
    };
  },
  write(waiver) {
    if (waiver.by === 'share') return `数据共享：${waiver.dataName}`;
    if (waiver.by === 'promise') return waiver.note ? `告知承诺：${waiver.note}` : '告知承诺';
    return `电子证照：${waiver.certName}${waiver.certTypeCode ? `（${waiver.certTypeCode}）` : ''}`;
  },
};

export const waiversForm = listForm(waiverForm, '；;\n');

/** Sentences, one a line: they hold the signs that part other lists. */
export const linesForm = listForm(textForm, '\n');

/** The choices of a form field; their ids follow from their places unless they are written out: `id=名称`. */
export const optionsForm: CellForm<{id: string; label: string}[]> = {
  read(cell) {
    const parts = listForm(textForm).read(cell);
    if (!parts.ok) return parts;
    const value = parts.value.map((part, at) => {
      const [, id, label] = /^([\w-]+)\s*[=＝]\s*(.+)$/s.exec(part) ?? [];
      return id && label ? {id, label} : {id: `o${at + 1}`, label: part};
    });
    return {ok: true, value};
  },
  write: (options) => options.map(({id, label}, at) => (id === `o${at + 1}` ? label : `${id}=${label}`)).join('；'),
};
