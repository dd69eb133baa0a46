import {encodeHead} from '@tongban/catalogue/shared/layer-head.js';
import {encodeTexts} from '@tongban/catalogue/shared/layer-texts.js';
import type {LayerRef, Manifest, PartRef, SignedManifest} from '@tongban/catalogue/shared/manifest.js';
import type {FetchFile} from '@tongban/catalogue/worker/download.js';
import type {Guide} from '@tongban/domain/guide/guide.js';
import type {PublicationKey} from '@tongban/domain/guide/publication.js';
import type {ServiceItem} from '@tongban/domain/guide/service-item.js';

type Bytes = Uint8Array<ArrayBuffer>;

/** What happens to one file on its way; the answer of the publisher when nothing does. */
export type Fault = (bytes: Bytes) => Bytes | Response | Promise<Response>;

export interface Edition {
  readonly sequence: number;
  /** The items of each layer. */
  readonly layers: readonly (readonly ServiceItem[])[];
  /** For each layer, what it takes away of each layer before it. */
  readonly gone?: readonly (readonly (readonly number[])[])[];
  readonly guides?: readonly Guide[];
  /** Any other words of the manifest. */
  readonly says?: Partial<Manifest>;
}

const TEXTS_PER_PART = 2;

/** A publisher that lives in the page: signs lists, and serves them from an address of its own, as locks go by it. */
export async function aPublisher() {
  const base = `https://lists.example/${String(Math.random())}/`;
  const signer = await aKey('k1');
  const files = new Map<string, Bytes>();
  const faults = new Map<string, Fault>();

  async function part(plain: Uint8Array, says: Partial<PartRef> = {}): Promise<PartRef> {
    const bytes = await deflate(plain);
    const ref = {sha256: await sha256(bytes), bytes: bytes.length, plain: plain.length, ...says};
    files.set(`parts/${ref.sha256}`, bytes);
    return ref;
  }

  async function layer(items: readonly ServiceItem[], gone: readonly (readonly number[])[]): Promise<LayerRef> {
    const texts: PartRef[] = [];
    for (let from = 0; from < items.length; from += TEXTS_PER_PART) {
      texts.push(await part(encodeTexts(items.slice(from, from + TEXTS_PER_PART).map(({summary = ''}) => summary))));
    }
    return {count: items.length, head: await part(encodeHead(items, gone)), texts, textsPerPart: TEXTS_PER_PART};
  }

  async function guideParts(guides: readonly Guide[]): Promise<PartRef[]> {
    if (guides.length === 0) return [];
    const index = Object.fromEntries(
      guides.flatMap((guide, at) =>
        [guide.taskCode, ...guide.deltas.flatMap(({taskCode}) => taskCode ?? [])].map((code) => [code, at + 1]),
      ),
    );
    const json = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));
    return Promise.all([part(json(index)), ...guides.map((guide) => part(json([guide])))]);
  }

  async function manifestOf({sequence, layers, gone = [], guides = [], says}: Edition): Promise<Manifest> {
    const taken = gone.flat(2).length;
    return {
      format: 1,
      region: '320000',
      sequence,
      edition: `2026-${String(sequence)}`,
      publishedAt: '2026-03-01T00:00:00Z',
      effective: ['2026-03-01', null],
      items: layers.flat().length - taken,
      layers: await Promise.all(layers.map((items, at) => layer(items, gone[at] ?? []))),
      guides: await guideParts(guides),
      ...says,
    };
  }

  async function seal(manifest: Manifest, by: Key = signer): Promise<void> {
    files.set('manifest.json', new TextEncoder().encode(JSON.stringify(await signed(manifest, by))));
  }

  const publisher = {
    base,
    /** Addresses asked for, below the base. */
    asked: [] as string[],
    /** What happens to files whose address contains the key. */
    faults,
    files,
    isReachable: true,
    where: () => ({base, keys: [signer.publicKey], asOf: '2026-03-01T00:00:00Z'}),
    part,
    seal,
    signer,
    manifestOf,
    /** @returns what was published */
    async publish(edition: Edition): Promise<Manifest> {
      const manifest = await manifestOf(edition);
      await seal(manifest);
      return manifest;
    },
    fetchFile: (async (url) => {
      if (!publisher.isReachable) throw new TypeError('Failed to fetch');
      const path = url.slice(base.length);
      publisher.asked.push(path);
      const bytes = files.get(path);
      if (!url.startsWith(base) || !bytes) return new Response(null, {status: 404});
      const fault = [...faults].find(([key]) => path.includes(key))?.[1];
      const answer = fault ? await fault(bytes) : bytes;
      return answer instanceof Response ? answer : new Response(answer);
    }) as FetchFile,
  };
  return publisher;
}

export type Publisher = Awaited<ReturnType<typeof aPublisher>>;

export interface Key {
  readonly publicKey: PublicationKey;
  readonly privateKey: CryptoKey;
}

const ES256 = {name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256'};

export async function aKey(kid: string): Promise<Key> {
  const pair = await crypto.subtle.generateKey(ES256, true, ['sign', 'verify']);
  const {x = '', y = ''} = await crypto.subtle.exportKey('jwk', pair.publicKey);
  return {privateKey: pair.privateKey, publicKey: {kty: 'EC', crv: 'P-256', x, y, kid, alg: 'ES256', use: 'sig'}};
}

async function signed(manifest: Manifest, {publicKey: {kid}, privateKey}: Key): Promise<SignedManifest> {
  const header = base64url(new TextEncoder().encode(JSON.stringify({alg: 'ES256', kid})));
  const payload = base64url(new TextEncoder().encode(JSON.stringify(manifest)));
  const signature = await crypto.subtle.sign(ES256, privateKey, new TextEncoder().encode(`${header}.${payload}`));
  return {protected: header, payload, signature: base64url(new Uint8Array(signature))};
}

function base64url(bytes: Uint8Array): string {
  const binary = [...bytes].map((byte) => String.fromCharCode(byte)).join('');
  return btoa(binary).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
}

async function deflate(plain: Uint8Array): Promise<Bytes> {
  const stream = new Blob([plain.slice()]).stream().pipeThrough(new CompressionStream('deflate'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

async function sha256(bytes: Bytes): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
