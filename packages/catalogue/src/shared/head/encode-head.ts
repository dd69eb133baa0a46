import type {ServiceItem} from '@tongban/domain/guide/service-item.js';
import {ByteWriter} from '../bytes/byte-writer.js';
import {writeCodes} from '../bytes/codes.js';
import {Ids, packIds} from '../bytes/ids.js';
import {keywordsOf} from '../keywords-of.js';
import type {Audience, Standing} from '../layer-head.js';
import {HEAD_FORMAT} from './head-format.js';
import {collectReadings, joinReadings, readText, writeReadings, type ReadAloud} from './readings.js';
import {writeTexts} from './phrase-texts.js';
import {syllableSigns} from './syllable-signs.js';
import {takeCodeApart} from './task-codes.js';

/** What several items share of how they are called and what they are about. */
type Entry = Pick<
  ServiceItem,
  'name' | 'plainName' | 'keywords' | 'themes' | 'serviceObjects' | 'itemType' | 'catalogCode' | 'pinyin'
>;

const same = (text: string) => text;
const strings = () => new Ids<string>(same);

/**
 * Packs the short columns of a layer. Without the summaries, which are texts of their own; everything else comes back exactly.
 * Items in `inHeadOrder` take the least room.
 *
 * @param gone for each earlier layer the ordinals this one takes away
 */
export function encodeHead(
  items: readonly ServiceItem[],
  gone: readonly (readonly number[])[],
): Uint8Array<ArrayBuffer> {
  const entries = new Ids<Entry>((each) =>
    JSON.stringify([
      each.name,
      each.plainName,
      each.keywords,
      each.themes,
      each.serviceObjects,
      each.itemType,
      each.catalogCode,
      each.pinyin,
    ]),
  );
  const [regions, depts, shapes, units] = [strings(), strings(), strings(), strings()];
  const standings = new Ids<Standing>((standing) => JSON.stringify(standing));
  const rows = items.map((item) => {
    const {shape, unit} = takeCodeApart(item.taskCode, item);
    return [
      entries.of(item),
      regions.of(item.region),
      depts.of(item.dept),
      standings.of(standingOf(item)),
      shapes.of(shape),
      units.of(unit),
    ];
  });

  const to = new ByteWriter();
  to.number(HEAD_FORMAT);
  to.number(items.length);
  to.number(gone.length);
  for (const ordinals of gone) {
    const rising = [...new Set(ordinals)].sort((a, b) => a - b);
    to.column(rising.map((ordinal, at) => ordinal - (rising[at - 1] ?? 0)));
  }
  writeEntries(to, entries.things, depts.things);
  for (const things of [regions.things, standings.things]) to.string(JSON.stringify(things));
  writeCodes(to, shapes.things);
  writeCodes(to, units.things);
  for (let column = 0; column < 6; column++) to.column(packIds(rows.map((row) => row[column] ?? 0)));
  return to.finish();
}

/** Only what is there, always in one order, so that equal ones look equal. */
function standingOf({modes, hasGuide, zeroMaterial, notOpen, source, confidence}: ServiceItem): Standing {
  return {
    modes,
    hasGuide,
    ...(zeroMaterial !== undefined && {zeroMaterial}),
    ...(notOpen !== undefined && {notOpen}),
    source,
    ...(confidence !== undefined && {confidence}),
  };
}

function writeEntries(to: ByteWriter, entries: readonly Entry[], depts: readonly string[]): void {
  const [names, plainNames, words, itemTypes, catalogCodes, spelled] = [
    strings(),
    strings(),
    strings(),
    strings(),
    strings(),
    strings(),
  ];
  const audiences = new Ids<Audience>((audience) => JSON.stringify(audience));
  const wordLists = new Ids<readonly number[]>((list) => list.join());
  wordLists.of([]);

  const columns = entries.map(({name, plainName, keywords, themes, serviceObjects, itemType, catalogCode}) => {
    const {more, derived} = withoutDerived(keywords, name, themes);
    return [
      names.of(name),
      plainName === undefined ? 0 : plainNames.of(plainName) + 1,
      wordLists.of(more.map((word) => words.of(word))),
      derived ? 1 : 0,
      audiences.of({themes, serviceObjects}),
      itemTypes.of(itemType),
      catalogCode === undefined ? 0 : catalogCodes.of(catalogCode) + 1,
    ];
  });
  const readings = collectReadings(readAloud(entries, names, plainNames));
  const pinyin = entries.map((entry, at) => {
    if (entry.pinyin === undefined) return 1;
    const [name = 0, plainName = 0] = columns[at] ?? [];
    const parts = [readText(readings, name, entry.name)];
    if (plainName > 0 && entry.plainName !== entry.name)
      parts.push(readText(readings, names.things.length + plainName - 1, entry.plainName ?? ''));
    return joinReadings(parts) === entry.pinyin ? 0 : 2 + spelled.of(entry.pinyin);
  });

  writeTexts(to, [...names.things, ...plainNames.things, ...words.things, ...depts]);
  for (const {things} of [names, plainNames, words]) to.number(things.length);
  to.number(depts.length);
  writeReadings(to, readings);
  for (const things of [audiences.things, itemTypes.things, spelled.things]) to.string(JSON.stringify(things));
  to.column(wordLists.things.map(({length}) => length));
  to.column(packIds(wordLists.things.flat()));
  writeCodes(to, catalogCodes.things);
  for (let column = 0; column < 7; column++) {
    const values = columns.map((row) => row[column] ?? 0);
    to.column(column === DERIVED ? values : packIds(values, ZERO_IS_NONE.includes(column) ? 1 : 0));
  }
  to.column(pinyin);
}

/** Columns of `LayerHead.entries`, in the order in which they are written. */
const DERIVED = 3;
const ZERO_IS_NONE = [1, 2, 6];

/** The keywords that `keywordsOf` would not give by itself. */
function withoutDerived(
  keywords: readonly string[],
  name: string,
  themes: readonly string[],
): {more: readonly string[]; derived: boolean} {
  for (let kept = 0; kept < keywords.length; kept++) {
    const more = keywords.slice(0, kept);
    const again = keywordsOf({name, themes, more});
    if (again.length === keywords.length && again.every((word, at) => word === keywords[at]))
      return {more, derived: true};
  }
  return {more: keywords, derived: false};
}

/** The readings that entries give their names, where there is one syllable to a sign; the first one given counts. */
function readAloud(entries: readonly Entry[], names: Ids<string>, plainNames: Ids<string>): ReadAloud[] {
  const known = new Map<number, ReadAloud>();
  for (const {name, plainName, pinyin} of entries) {
    if (pinyin === undefined) continue;
    const [ofName, ofPlain] = pinyin.split('; ');
    const both = [
      [names.of(name), name, ofName],
      ...(plainName === undefined
        ? []
        : [[names.things.length + plainNames.of(plainName), plainName, ofPlain] as const]),
    ] as const;
    for (const [id, text, spoken] of both) {
      if (spoken === undefined || known.has(id)) continue;
      const syllables = spoken.split(' ');
      const signs = syllableSigns(text);
      if (signs.length === syllables.length) known.set(id, {id, signs, syllables});
    }
  }
  return [...known.values()];
}
