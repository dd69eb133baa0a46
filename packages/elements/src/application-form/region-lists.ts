import type {Portal} from '@tongban/domain/portal.js';
import type {Region6} from '@tongban/domain/primitives.js';
import type {RegionRow} from '@tongban/domain/regions/regions.js';
import type {ReactiveControllerHost} from 'lit';

/** Lists of regions, fetched once each when they are first needed: provinces, cities of one, counties of one. */
export class RegionLists {
  readonly #host: ReactiveControllerHost;
  readonly #portal: () => Portal | undefined;
  readonly #lists = new Map<string, readonly RegionRow[] | 'asking' | 'failed'>();

  constructor(host: ReactiveControllerHost, portal: () => Portal | undefined) {
    this.#host = host;
    this.#portal = portal;
  }

  /** Regions below `parent`, or the provinces when it is empty; none while they are on their way. */
  below(parent: string): readonly RegionRow[] {
    const list = this.#lists.get(parent);
    if (list === undefined) this.#ask(parent);
    return typeof list === 'object' ? list : [];
  }

  /** From the province down to the region itself, as far as the lists have come. */
  path(code: Region6): RegionRow[] {
    const path: RegionRow[] = [];
    for (let parent: string = ''; ; ) {
      const row: RegionRow | undefined = this.below(parent).find((candidate) => holds(candidate, code));
      if (!row || path.includes(row)) return path;
      path.push(row);
      if (row.code === code) return path;
      parent = row.code;
    }
  }

  /** 江苏省南通市; the code while names are on their way. */
  nameOf(code: Region6): string {
    return this.path(code).map(({name}) => name).join('') || code;
  }

  /** Whether a list could not be fetched. */
  get hasFailed(): boolean {
    return [...this.#lists.values()].includes('failed');
  }

  /** Fetches again what failed. */
  again(): void {
    for (const [parent, list] of this.#lists) if (list === 'failed') this.#lists.delete(parent);
    this.#host.requestUpdate();
  }

  #ask(parent: string): void {
    const portal = this.#portal();
    if (!portal) return;
    this.#lists.set(parent, 'asking');
    portal.catalogue
      .regions(parent || undefined)
      .then(
        (rows) => this.#lists.set(parent, rows),
        () => this.#lists.set(parent, 'failed'),
      )
      .finally(() => this.#host.requestUpdate());
  }
}

/** Whether a region is another one or holds it, by the digits of GB/T 2260. */
function holds({code}: RegionRow, wanted: Region6): boolean {
  if (code === wanted) return true;
  const significant = code.endsWith('0000') ? 2 : code.endsWith('00') ? 4 : 6;
  return significant < 6 && wanted.startsWith(code.slice(0, significant));
}
