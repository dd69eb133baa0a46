import type {ServiceItem} from '@tongban/domain/guide/service-item.js';
import {keywordsOf} from '../keywords-of.js';
import type {LayerHead} from '../layer-head.js';
import {joinReadings, readText} from './readings.js';
import {joinCode} from './task-codes.js';

/** An item of a layer as it was packed: all but its summary. */
export function itemAt(head: LayerHead, ordinal: number): ServiceItem {
  const {entries, items} = head;
  const entry = items.entry[ordinal] ?? 0;
  const {themes = [], serviceObjects = []} = head.audiences[entries.audience[entry] ?? 0] ?? {};
  const name = nameOf(head, entry);
  const plainName = plainNameOf(head, entry);
  const catalogCode = head.catalogCodes.at((entries.catalogCode[entry] ?? 0) - 1);
  const region = head.regions[items.region[ordinal] ?? 0] ?? '';
  const standing = head.standings[items.standing[ordinal] ?? 0];
  const pinyin = pinyinOf(head, entry, name, plainName);
  const unit = head.codeUnits.at(items.codeUnit[ordinal] ?? 0) ?? '';
  return {
    taskCode: joinCode(head.codeShapes.at(items.codeShape[ordinal] ?? 0) ?? '', {region, catalogCode, name, unit}),
    ...(catalogCode !== undefined && {catalogCode}),
    region,
    name,
    ...(plainName !== undefined && {plainName}),
    keywords: keywordsAt(head, entry, name, themes),
    ...(pinyin !== undefined && {pinyin}),
    itemType: head.itemTypes[entries.itemType[entry] ?? 0] ?? '',
    dept: head.texts.text(head.depts.first + (items.dept[ordinal] ?? 0)),
    themes: [...themes],
    serviceObjects: [...serviceObjects],
    modes: [...(standing?.modes ?? [])],
    hasGuide: standing?.hasGuide ?? false,
    ...(standing?.zeroMaterial !== undefined && {zeroMaterial: standing.zeroMaterial}),
    ...(standing?.notOpen !== undefined && {notOpen: standing.notOpen}),
    source: standing?.source ?? '',
    ...(standing?.confidence !== undefined && {confidence: standing.confidence}),
  };
}

export const nameOf = ({texts, names, entries}: LayerHead, entry: number): string =>
  texts.text(names.first + (entries.name[entry] ?? 0));

export function plainNameOf({texts, plainNames, entries}: LayerHead, entry: number): string | undefined {
  const place = entries.plainName[entry] ?? 0;
  return place === 0 ? undefined : texts.text(plainNames.first + place - 1);
}

function keywordsAt(
  {texts, words, entries, wordStarts, wordsOf}: LayerHead,
  entry: number,
  name: string,
  themes: readonly string[],
): string[] {
  const list = entries.wordList[entry] ?? 0;
  const more = Array.from(wordsOf.subarray(wordStarts[list], wordStarts[list + 1]), (word) =>
    texts.text(words.first + word),
  );
  return entries.derived[entry] === 1 ? keywordsOf({name, themes, more}) : more;
}

function pinyinOf(
  {readings, names, plainNames, entries, spelled}: LayerHead,
  entry: number,
  name: string,
  plainName: string | undefined,
): string | undefined {
  const how = entries.pinyin[entry] ?? 0;
  if (how === 1) return undefined;
  if (how > 1) return spelled[how - 2];
  const parts = [readText(readings, names.first + (entries.name[entry] ?? 0), name)];
  const place = (entries.plainName[entry] ?? 0) - 1;
  if (plainName !== undefined && plainName !== name)
    parts.push(readText(readings, plainNames.first + place, plainName));
  return joinReadings(parts);
}
