import {mkdir, readFile, rename, writeFile} from 'node:fs/promises';
import {basename, dirname, join} from 'node:path';
import {TbError} from '@tongban/domain/errors.js';
import {parse} from '@tongban/domain/parse.js';
import * as v from 'valibot';
import {Editions} from './editions.js';
import {formatJson} from './format-json.js';
import {importGuangdong} from './import-guangdong.js';
import {importGuides, itemsOfGuides} from './import-guides.js';
import {importHolidays} from './import-holidays.js';
import {importNational} from './import-national.js';
import {importRegions} from './import-regions.js';
import {importSichuan} from './import-sichuan.js';
import type {RowFault} from './row-fault.js';

export const importKinds = ['guides', 'guangdong', 'sichuan', 'national', 'regions', 'holidays'] as const;
export type ImportKind = (typeof importKinds)[number];

/** What one file became: the files to write by name, and what was left out. */
export interface Imported {
  readonly rows: number;
  readonly files: Readonly<Record<string, unknown>>;
  readonly faults: readonly RowFault[];
}

export interface ImportRun {
  readonly file: string;
  readonly rows: number;
  readonly written: readonly {name: string; records: number; changed: boolean}[];
  readonly faults: readonly RowFault[];
}

export interface ImportWish {
  readonly kind: ImportKind;
  readonly file: string;
  readonly out: string;
  /** Guides only: codes, levels, offices. Default: `editions.json` beside the file. */
  readonly editions?: string | undefined;
}

/**
 * Reads one feed and writes what the product uses. Running it again writes nothing: same input, same bytes.
 *
 * @throws TbError TB_NOT_FOUND when a file is not there, TB_CONTRACT_INVALID when it is no JSON or holds no list of rows
 */
export async function runImport({kind, file, out, editions}: ImportWish): Promise<ImportRun> {
  const input = await readJson(file);
  const {rows, files, faults} =
    kind === 'guides'
      ? guidesFrom(input, await readJson(editions ?? join(dirname(file), 'editions.json')))
      : importers[kind](input);

  await mkdir(out, {recursive: true});
  const written = [];
  for (const name of Object.keys(files)) {
    const value = files[name];
    const changed = await writeIfChanged(join(out, name), formatJson(value));
    written.push({name, records: Array.isArray(value) ? value.length : rows - faults.length, changed});
  }
  return {file: basename(file), rows, written, faults};
}

const importers: Record<Exclude<ImportKind, 'guides'>, (input: unknown) => Imported> = {
  guangdong: (input) => itemsFrom(importGuangdong(listIn(input, 'items'))),
  sichuan: (input) => itemsFrom(importSichuan(listIn(input, 'items'))),
  national: (input) => itemsFrom(importNational(listIn(input, 'national140'))),
  regions: (input) => {
    const {rows, data, faults} = importRegions(input);
    return {rows, files: {'regions.json': data}, faults};
  },
  holidays: (input) => {
    const {rows, data, faults} = importHolidays(input);
    return {rows, files: {'holidays-cn.json': data}, faults};
  },
};

function guidesFrom(input: unknown, editions: unknown): Imported {
  const {rows, kept, faults} = importGuides(listIn(input, 'guides'), parse(Editions, editions));
  return {rows, files: {'guides.json': kept, 'items.json': itemsOfGuides(kept)}, faults};
}

function itemsFrom({rows, kept, faults}: {rows: number; kept: unknown[]; faults: RowFault[]}): Imported {
  return {rows, files: {'items.json': kept}, faults};
}

/** The rows of a feed: a bare list, or the list under `key`. */
function listIn(input: unknown, key: string): unknown[] {
  const list = Array.isArray(input) ? input : (input as Record<string, unknown> | null)?.[key];
  return parse(v.array(v.unknown()), list);
}

async function readJson(file: string): Promise<unknown> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (cause) {
    throw new TbError('TB_NOT_FOUND', {cause, details: {file: basename(file)}});
  }
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (cause) {
    throw new TbError('TB_CONTRACT_INVALID', {cause, details: {file: basename(file)}});
  }
}

/** Whole or not at all: a reader never meets half a list. */
async function writeIfChanged(file: string, text: string): Promise<boolean> {
  const before = await readFile(file, 'utf8').catch(() => undefined);
  if (before === text) return false;
  const half = `${file}.part`;
  await writeFile(half, text);
  await rename(half, file);
  return true;
}
