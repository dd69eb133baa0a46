import {TbError} from '@tongban/domain/errors.js';
import {parse} from '@tongban/domain/parse.js';
import * as v from 'valibot';
import {ByteReader, type Column} from './bytes/byte-reader.js';
import {ByteWriter} from './bytes/byte-writer.js';
import {Ids} from './bytes/ids.js';
import {foldSign} from './fold.js';

/** Some texts as they are compared, with what it takes to make the originals again. */
export interface TextPart {
  readonly count: number;
  /** The folded texts, a line break behind each; folded text has none of its own. */
  readonly folded: string;
  /** Where each text begins in `folded`, and after the last where they end. */
  readonly starts: Uint32Array;
  /** A text as it was published. */
  original(at: number): string;
}

/** What folding changed at one place: `dropped` units of the folded text stand for `sign`s of the original. */
type Edit = readonly [dropped: number, signs: string];

const FORMAT = 1;
const NOTHING: Edit = [0, ''];
/** The longest way between two edits that takes one byte. */
const FARTHEST = 0xff;

/**
 * Packs texts folded, so that a client need not fold millions of signs, together with what folding took away: about one place in
 * ten, and few different ones.
 */
export function encodeTexts(texts: readonly string[]): Uint8Array<ArrayBuffer> {
  const edits = new Ids<Edit>((edit) => edit.join());
  edits.of(NOTHING);
  const [counts, gaps, kinds]: [number[], number[], number[]] = [[], [], []];
  let folded = '';
  for (const text of texts) {
    const before = kinds.length;
    for (const [gap, edit] of editsOf(text)) {
      let left = gap;
      for (; left > FARTHEST; left -= FARTHEST) {
        gaps.push(FARTHEST);
        kinds.push(0);
      }
      gaps.push(left);
      kinds.push(edits.of(edit));
    }
    counts.push(kinds.length - before);
    for (const sign of text) folded += foldSign(sign);
    folded += '\n';
  }
  const to = new ByteWriter();
  to.number(FORMAT);
  to.string(folded);
  to.string(JSON.stringify(edits.things));
  for (const column of [counts, gaps, kinds]) to.column(column);
  return to.finish();
}

/** The changes of one text, each with the number of folded units since the one before. */
function editsOf(text: string): (readonly [gap: number, edit: Edit])[] {
  const found: [gap: number, edit: Edit][] = [];
  let gap = 0;
  for (const sign of text) {
    const folded = foldSign(sign);
    const last = found[found.length - 1];
    if (folded === sign) gap += sign.length;
    else if (gap === 0 && last) last[1] = [last[1][0] + folded.length, last[1][1] + sign];
    else {
      found.push([gap, [folded.length, sign]]);
      gap = 0;
    }
  }
  return found;
}

const Edits = v.array(v.tuple([v.pipe(v.number(), v.integer(), v.minValue(0)), v.string()]));

/**
 * Reads what `encodeTexts` wrote.
 *
 * @throws TbError TB_CATALOGUE_BROKEN
 */
export function decodeTexts(bytes: Uint8Array): TextPart {
  const from = new ByteReader(bytes);
  if (from.number() !== FORMAT) throw new TbError('TB_CATALOGUE_BROKEN');
  const folded = from.string();
  const edits = parse(Edits, json(from.string()), 'TB_CATALOGUE_BROKEN');
  const [counts, gaps, kinds] = [from.column(), from.column(), from.column()];
  from.end();

  const firsts = new Uint32Array(counts.length + 1);
  for (let at = 0; at < counts.length; at++) firsts[at + 1] = (firsts[at] ?? 0) + (counts[at] ?? 0);
  if (firsts[counts.length] !== kinds.length || gaps.length !== kinds.length) throw new TbError('TB_CATALOGUE_BROKEN');
  const starts = startsOf(folded, counts.length);
  return {
    count: counts.length,
    folded,
    starts,
    original(at) {
      const text = folded.slice(starts[at], (starts[at + 1] ?? 1) - 1);
      return unfolded(
        text,
        edits,
        gaps.subarray(firsts[at], firsts[at + 1]),
        kinds.subarray(firsts[at], firsts[at + 1]),
      );
    },
  };
}

function unfolded(text: string, edits: readonly Edit[], gaps: Column, kinds: Column): string {
  let original = '';
  let at = 0;
  for (let edit = 0; edit < kinds.length; edit++) {
    const [dropped, signs] = edits[kinds[edit] ?? 0] ?? NOTHING;
    const end = at + (gaps[edit] ?? 0);
    original += text.slice(at, end) + signs;
    at = end + dropped;
  }
  return original + text.slice(at);
}

function startsOf(folded: string, count: number): Uint32Array {
  const starts = new Uint32Array(count + 1);
  let end = -1;
  for (let at = 1; at <= count; at++) {
    end = folded.indexOf('\n', end + 1);
    if (end < 0) throw new TbError('TB_CATALOGUE_BROKEN');
    starts[at] = end + 1;
  }
  if (starts[count] !== folded.length) throw new TbError('TB_CATALOGUE_BROKEN');
  return starts;
}

function json(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (cause) {
    throw new TbError('TB_CATALOGUE_BROKEN', {cause});
  }
}
