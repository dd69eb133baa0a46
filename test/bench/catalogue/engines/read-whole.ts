import {expand} from '@tongban/catalogue/shared/expand.js';
import {decodeHead, itemAt} from '@tongban/catalogue/shared/layer-head.js';
import {decodeTexts, type TextPart} from '@tongban/catalogue/shared/layer-texts.js';
import {parseManifest, type PartRef} from '@tongban/catalogue/shared/manifest.js';
import {FacetCounter} from '@tongban/catalogue/shared/search/facets.js';
import {layerIndex} from '@tongban/catalogue/shared/search/layer-index.js';
import {searchLayer} from '@tongban/catalogue/shared/search/search-layer.js';
import {inflate} from '@tongban/catalogue/worker/inflate.js';
import type {SearchQuery} from '@tongban/domain/guide/search.js';
import type {Tier} from '../engine.js';

/**
 * The engine's own matching over the first layer of a publication, without showing what it finds: a page asks for twenty hits, a
 * comparison with the oracle for up to all 50,000.
 */
export async function readWhole(pack: string, feedBase: string) {
  const {payload} = (await (await fetch(`${pack}manifest.json`)).json()) as {payload: string};
  const [first] = parseManifest(JSON.parse(atobText(payload))).layers;
  const part = async ({sha256, plain}: PartRef) => inflate(new Uint8Array(await (await fetch(`${pack}parts/${sha256}`)).arrayBuffer()), plain);
  const head = decodeHead(await part(first!.head));
  const index = layerIndex(head, new Uint8Array(head.count), () => undefined);
  const codes = (await (await fetch(`${feedBase}codes.txt`)).text()).split('\n');
  const places = new Map(codes.map((code, ordinal) => [code, ordinal]));
  const inFeed = Int32Array.from({length: head.count}, (_, ordinal) => places.get(itemAt(head, ordinal).taskCode) ?? -1);
  let texts: Promise<TextPart[]> | undefined;

  return {
    async find(text: string, tier: Tier): Promise<number[]> {
      const parts = tier === 'full' ? await (texts ??= Promise.all(first!.texts.map(async (ref) => decodeTexts(await part(ref))))) : undefined;
      const query: SearchQuery = {text, near: [], scope: 'all', tier, limit: 1};
      const found: number[] = [];
      const counter = new FacetCounter().layer(head);
      const offer = (_key: number, ordinal: number) => void found.push(inFeed[ordinal] ?? -1);
      searchLayer({index, query, terms: expand(text), near: () => 0, scattered: false, parts, counter, offer});
      return found;
    },
  };
}

/** UTF-8 in base64url. */
function atobText(payload: string): string {
  const signs = atob(payload.replaceAll('-', '+').replaceAll('_', '/'));
  return new TextDecoder().decode(Uint8Array.from(signs, (sign) => sign.charCodeAt(0)));
}
