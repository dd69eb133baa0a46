import {TbError} from '@tongban/domain/errors.js';
import type {Guide} from '@tongban/domain/guide/guide.js';
import type {ServiceItem} from '@tongban/domain/guide/service-item.js';
import {parseGuideIndex, parseGuideShard} from '../../shared/guide-shards.js';
import {decodeHead, itemAt} from '../../shared/layer-head.js';
import {decodeTexts} from '../../shared/layer-texts.js';
import type {LayerRef, Manifest} from '../../shared/manifest.js';
import {packFolder, type PackFolder} from './pack-folder.js';
import {peekManifest} from './sign-manifest.js';
import {codesOf} from './write-guides.js';

/** One layer as it was written. */
export interface ReadLayer {
  readonly items: readonly ServiceItem[];
  readonly gone: readonly (readonly number[])[];
}

/** A publication read back whole. */
export interface PublishedPack {
  readonly folder: PackFolder;
  readonly manifest: Manifest;
  readonly layers: readonly ReadLayer[];
  readonly guides: readonly Guide[];
}

/** Where an item lies that is found. */
export interface Found {
  readonly item: ServiceItem;
  readonly layer: number;
  readonly ordinal: number;
}

/** What lies published in a folder, whoever signed it; undefined where nothing does. @throws TbError TB_CATALOGUE_BROKEN */
export async function readPublication(dir: string): Promise<PublishedPack | undefined> {
  const folder = packFolder(dir);
  const signed = await folder.manifest();
  return signed === undefined ? undefined : readPack(folder, peekManifest(signed));
}

/** Reads every part of a publication. @throws TbError TB_CATALOGUE_BROKEN when one is missing or not what the manifest says */
export async function readPack(folder: PackFolder, manifest: Manifest): Promise<PublishedPack> {
  const layers: ReadLayer[] = [];
  for (const layer of manifest.layers) layers.push(await readLayer(folder, layer));
  return {folder, manifest, layers, guides: await readGuides(folder, manifest)};
}

/** The items that are found, by code: those of all layers without those that a later one takes away. @throws TbError TB_CATALOGUE_BROKEN */
export function foundItems(layers: readonly ReadLayer[]): Map<string, Found> {
  const found = new Map<string, Found>();
  layers.forEach(({items, gone}, layer) => {
    gone.forEach((ordinals, earlier) => {
      for (const ordinal of ordinals) {
        const item = layers[earlier]?.items[ordinal];
        const there = item && found.get(item.taskCode);
        if (earlier >= layer || there?.layer !== earlier || there.ordinal !== ordinal) throw broken('gone', layer);
        found.delete(item?.taskCode ?? '');
      }
    });
    items.forEach((item, ordinal) => {
      if (found.has(item.taskCode)) throw broken('double', layer);
      found.set(item.taskCode, {item, layer, ordinal});
    });
  });
  return found;
}

async function readLayer(folder: PackFolder, {count, head, texts, textsPerPart}: LayerRef): Promise<ReadLayer> {
  const columns = decodeHead(await folder.read(head));
  if (columns.count !== count) throw broken('count', 0);
  const summaries: string[] = [];
  for (const part of texts) {
    const decoded = decodeTexts(await folder.read(part));
    for (let at = 0; at < decoded.count; at++) summaries.push(decoded.original(at));
  }
  const expected = texts.length === 0 ? 0 : count;
  if (summaries.length !== expected || texts.length !== Math.ceil(expected / textsPerPart)) throw broken('texts', 0);
  const items = Array.from({length: count}, (_, ordinal) => {
    const summary = summaries[ordinal];
    return {...itemAt(columns, ordinal), ...(summary ? {summary} : {})};
  });
  return {items, gone: columns.gone.map((ordinals) => [...ordinals])};
}

async function readGuides(folder: PackFolder, {guides: [first, ...rest]}: Manifest): Promise<Guide[]> {
  if (!first) return [];
  const index = parseGuideIndex(await json(folder, first));
  const guides: Guide[] = [];
  for (const [at, part] of rest.entries()) {
    const shard = parseGuideShard(await json(folder, part));
    if (shard.flatMap(codesOf).some((code) => index[code] !== at + 1)) throw broken('guides', at);
    guides.push(...shard);
  }
  return guides;
}

async function json(folder: PackFolder, part: LayerRef['head']): Promise<unknown> {
  try {
    return JSON.parse((await folder.read(part)).toString()) as unknown;
  } catch (cause) {
    if (cause instanceof TbError) throw cause;
    throw new TbError('TB_CATALOGUE_BROKEN', {cause, details: {part: part.sha256, why: 'json'}});
  }
}

const broken = (why: string, layer: number) => new TbError('TB_CATALOGUE_BROKEN', {details: {why, layer}});
