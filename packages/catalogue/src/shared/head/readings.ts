import {TbError} from '@tongban/domain/errors.js';
import type {ByteReader} from '../bytes/byte-reader.js';
import type {ByteWriter} from '../bytes/byte-writer.js';
import {Ids} from '../bytes/ids.js';
import {isRead, syllableSigns} from './syllable-signs.js';

/** How texts are read aloud: one syllable for each sign, and where a text reads one differently. */
export interface Readings {
  readonly syllables: readonly string[];
  /** Sign to syllable, as it is read most often. */
  readonly usual: ReadonlyMap<string, number>;
  /** Text to the places (counted in syllable signs) where another syllable stands. */
  readonly unusual: ReadonlyMap<number, ReadonlyMap<number, number>>;
}

/** The syllables of a text, as `ServiceItem.pinyin` has them. */
export function readText({syllables, usual, unusual}: Readings, id: number, text: string): string[] {
  const other = unusual.get(id);
  return syllableSigns(text).map((sign, place) => {
    const syllable = other?.get(place) ?? usual.get(sign);
    return syllable === undefined ? sign : (syllables[syllable] ?? sign);
  });
}

/** Syllables of several names in the form of `ServiceItem.pinyin`. */
export const joinReadings = (names: readonly (readonly string[])[]): string =>
  names.map((syllables) => syllables.join(' ')).join('; ');

/** A text with the reading a publisher gave it. */
export interface ReadAloud {
  readonly id: number;
  readonly signs: readonly string[];
  readonly syllables: readonly string[];
}

/** Finds how each sign is usually read, and what is unusual. */
export function collectReadings(texts: readonly ReadAloud[]): Readings {
  const syllables = new Ids<string>((syllable) => syllable);
  const counts = new Map<string, Map<number, number>>();
  for (const {signs, syllables: spoken} of texts) {
    for (const [place, sign] of signs.entries()) {
      if (!isRead(sign)) continue;
      const of = counts.get(sign) ?? new Map<number, number>();
      const syllable = syllables.of(spoken[place] ?? '');
      counts.set(sign, of.set(syllable, (of.get(syllable) ?? 0) + 1));
    }
  }
  const usual = new Map<string, number>();
  for (const [sign, of] of counts) usual.set(sign, [...of].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0);

  const unusual = new Map<number, Map<number, number>>();
  for (const {id, signs, syllables: spoken} of texts) {
    const other = new Map<number, number>();
    for (const [place, sign] of signs.entries()) {
      const said = spoken[place] ?? '';
      const usually = usual.get(sign);
      if (said !== (usually === undefined ? sign : syllables.things[usually])) other.set(place, syllables.of(said));
    }
    if (other.size > 0) unusual.set(id, other);
  }
  return {syllables: syllables.things, usual, unusual};
}

export function writeReadings(to: ByteWriter, {syllables, usual, unusual}: Readings): void {
  to.string(JSON.stringify(syllables));
  const signs = [...usual]
    .map(([sign, syllable]) => [sign.codePointAt(0) ?? 0, syllable] as const)
    .sort((a, b) => a[0] - b[0]);
  to.column(gaps(signs.map(([sign]) => sign)));
  to.column(signs.map(([, syllable]) => syllable));
  const texts = [...unusual].sort((a, b) => a[0] - b[0]);
  to.column(gaps(texts.map(([id]) => id)));
  to.column(texts.map(([, other]) => other.size));
  to.column(texts.flatMap(([, other]) => [...other.keys()]));
  to.column(texts.flatMap(([, other]) => [...other.values()]));
}

/** @throws TbError TB_CATALOGUE_BROKEN */
export function readReadings(from: ByteReader): Readings {
  const syllables = parseSyllables(from.string());
  const signs = sums(from.column());
  const spoken = from.column();
  const usual = new Map(signs.map((point, at) => [String.fromCodePoint(Math.min(point, 0x10ffff)), spoken[at] ?? 0]));
  const texts = sums(from.column());
  const sizes = from.column();
  const places = from.column();
  const others = from.column();
  let used = 0;
  const unusual = new Map(
    texts.map((id, at) => {
      const other = new Map<number, number>();
      for (let last = used + (sizes[at] ?? 0); used < last && used < places.length; used++)
        other.set(places[used] ?? 0, others[used] ?? 0);
      return [id, other];
    }),
  );
  return {syllables, usual, unusual};
}

function parseSyllables(json: string): string[] {
  try {
    return (JSON.parse(json) as unknown[]).map(String);
  } catch (cause) {
    throw new TbError('TB_CATALOGUE_BROKEN', {cause});
  }
}

const gaps = (rising: readonly number[]) => rising.map((value, at) => value - (rising[at - 1] ?? 0));

function sums(steps: ArrayLike<number>): number[] {
  let sum = 0;
  return Array.from(steps, (step) => (sum += step));
}
