import {parse} from '@tongban/domain/parse.js';
import {Instant, LocalDate, Region6, text} from '@tongban/domain/primitives.js';
import * as v from 'valibot';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));

/** One file of a pack. It lies at `parts/<sha256>` beside the manifest and never changes: its name is its content. */
export const PartRef = v.strictObject({
  /** SHA-256 of the file as it is transferred, 64 small hexadecimal digits. */
  sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
  /** Bytes as it is transferred. */
  bytes: count,
  /** Bytes after inflating (zlib, RFC 1950): no more is ever read. */
  plain: count,
});
export type PartRef = v.InferOutput<typeof PartRef>;

/**
 * A set of items that lies over those before it: the first layer is the whole list, each later one holds what a publication changed
 * and names in its head what it takes away. So an update transfers its own layer and nothing else.
 */
export const LayerRef = v.strictObject({
  count,
  /** All short columns of the layer's items: see layer-head.ts. */
  head: PartRef,
  /** The texts, `textsPerPart` items to a part, in the order of the head. */
  texts: v.array(PartRef),
  textsPerPart: v.pipe(count, v.minValue(1)),
});
export type LayerRef = v.InferOutput<typeof LayerRef>;

/** What a publication consists of. */
export const Manifest = v.strictObject({
  format: v.literal(1),
  /** Whose list it is. */
  region: Region6,
  /** Grows with each publication. One that is lower than what is installed is a roll-back and is refused. */
  sequence: v.pipe(count, v.minValue(1)),
  /** The publisher's name for it, such as 2026Q4. */
  edition: text(40),
  publishedAt: Instant,
  /** From and up to which day it holds; `null` until the next. */
  effective: v.tuple([LocalDate, v.nullable(LocalDate)]),
  /** Items that are found: those of all layers without those taken away. */
  items: count,
  layers: v.pipe(v.array(LayerRef), v.minLength(1)),
  /** Guides for use without network, several to a part. */
  guides: v.array(PartRef),
});
export type Manifest = v.InferOutput<typeof Manifest>;

/** `manifest.json`: a flattened JWS (RFC 7515 §7.2.2), ES256, over the manifest's bytes. */
export const SignedManifest = v.strictObject({
  protected: v.string(),
  payload: v.string(),
  signature: v.string(),
});
export type SignedManifest = v.InferOutput<typeof SignedManifest>;

/** @throws TbError TB_CATALOGUE_BROKEN */
export const parseManifest = (input: unknown): Manifest => parse(Manifest, input, 'TB_CATALOGUE_BROKEN');
