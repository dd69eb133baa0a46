import {Ask} from '@tongban/base/asked.js';
import type {TbElement} from '@tongban/base/tb-element.js';
import type {Portal} from '@tongban/domain/portal.js';
import type {Region6} from '@tongban/domain/primitives.js';
import type {RegionRow} from '@tongban/domain/regions/regions.js';

/** Names of provinces for an element that shows codes. A name that has not come, or never comes, leaves no gap: it is left out. */
export class RegionNames {
  readonly #ask: Ask<RegionRow[], readonly []>;

  constructor(host: TbElement) {
    this.#ask = new Ask(host, {
      args: () => [] as const,
      ask: async (portal) => ({value: await portal.catalogue.regions(), asOf: '', stale: false}),
    });
  }

  use(portal: Portal): void {
    this.#ask.use(portal);
  }

  /** All provinces known so far. */
  get provinces(): readonly RegionRow[] {
    const {current} = this.#ask;
    return current.state === 'ready' ? current.value : [];
  }

  /** The province a region lies in. */
  provinceOf(code: Region6): RegionRow | undefined {
    return this.provinces.find((province) => province.code.slice(0, 2) === code.slice(0, 2));
  }

  /** 上海市, or the code while names are on their way. */
  nameOf(code: Region6): string {
    return this.provinceOf(code)?.name ?? code;
  }
}
