import type {Manifest, PartRef} from '../shared/manifest.js';
import {checkPart} from './check-part.js';
import type {Device, FetchedPart} from './device.js';
import {download, type FetchFile} from './download.js';
import {checkInflates, inflate} from './inflate.js';

/** The files of one publication: from this device, else from its publisher and then kept here. */
export interface Publication {
  readonly base: string;
  readonly manifest: Manifest;
  /**
   * A part, checked and inflated.
   *
   * @throws TbError TB_CATALOGUE_BROKEN, or TB_NETWORK and its like when it cannot be had now
   */
  part(ref: PartRef, as: 'head' | 'text', urgent: boolean): Promise<Uint8Array<ArrayBuffer>>;
  /**
   * Brings texts or guides to this device that lie somewhere else, without reading them, some at a time into one transaction.
   *
   * @throws TbError as `part` does; what was brought before stays
   */
  bring(refs: readonly PartRef[]): Promise<void>;
  /** Whether every part that was asked for lies on this device. */
  readonly isKept: boolean;
}

export function openPublication(base: string, manifest: Manifest, device: Device, fetchFile: FetchFile): Publication {
  let isKept = true;

  async function fetchPart(ref: PartRef, urgent: boolean): Promise<Uint8Array<ArrayBuffer>> {
    const bytes = await download(fetchFile, {url: `${base}parts/${ref.sha256}`, limit: ref.bytes, urgent});
    await checkPart(bytes, ref);
    return bytes;
  }

  return {
    base,
    manifest,
    get isKept() {
      return isKept;
    },
    async part(ref, as, urgent) {
      const here = await device.part(ref);
      if (here) return inflate(here, ref.plain);
      const bytes = await fetchPart(ref, urgent);
      const plain = await inflate(bytes, ref.plain); // Before it is kept: what inflates without end is no part of a catalogue.
      isKept = (await device.keep([{ref, bytes}], as)) && isKept;
      return plain;
    },
    async bring(refs) {
      const brought: FetchedPart[] = [];
      try {
        for (const ref of refs) {
          const bytes = await fetchPart(ref, false);
          await checkInflates(bytes, ref.plain);
          brought.push({ref, bytes});
        }
      } finally {
        isKept = (await device.keep(brought, 'text')) && isKept;
      }
    },
  };
}
