import {decodeHead} from '@tongban/catalogue/shared/layer-head.js';
import {decodeTexts} from '@tongban/catalogue/shared/layer-texts.js';
import {parseManifest, type PartRef} from '@tongban/catalogue/shared/manifest.js';
import {createSearcher} from '@tongban/catalogue/shared/searcher.js';
import {inflate} from '@tongban/catalogue/worker/inflate.js';
import type {Tier} from '../engine.js';

/** The engine by itself over a whole publication, for answers that are longer than a page ever asks for. */
export async function readWhole(pack: string, feedBase: string) {
  const {payload} = (await (await fetch(`${pack}manifest.json`)).json()) as {payload: string};
  const manifest = parseManifest(JSON.parse(new TextDecoder().decode(Uint8Array.from(atob(payload.replaceAll('-', '+').replaceAll('_', '/')), (sign) => sign.charCodeAt(0)))));
  const part = async ({sha256, plain}: PartRef) => inflate(new Uint8Array(await (await fetch(`${pack}parts/${sha256}`)).arrayBuffer()), plain);
  const layers = await Promise.all(manifest.layers.map(async ({head}) => decodeHead(await part(head))));
  const texts = async (layer: number) => Promise.all((manifest.layers[layer]?.texts ?? []).map(async (ref) => decodeTexts(await part(ref))));
  const searcher = createSearcher({layers, texts, groups: []});
  const codes = (await (await fetch(`${feedBase}codes.txt`)).text()).split('\n');
  const ordinals = new Map(codes.map((code, ordinal) => [code, ordinal]));
  return {
    async find(text: string, tier: Tier): Promise<number[]> {
      const {hits, scattered} = await searcher.search({text, near: [], scope: 'all', tier, limit: manifest.items});
      return (scattered ? [] : hits).map(({item}) => ordinals.get(item.taskCode) ?? -1);
    },
  };
}
