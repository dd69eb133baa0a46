import {Ask} from '@tongban/base/asked.js';
import type {TbElement} from '@tongban/base/tb-element.js';
import type {Portal} from '@tongban/domain/portal.js';
import type {Region6} from '@tongban/domain/primitives.js';

type Counted = readonly (readonly [value: string, count: number])[];

/** The themes of the list with how many items each has: a way in for somebody who does not know what to type. */
export class Themes {
  readonly #ask: Ask<Counted, readonly [boolean, Region6 | undefined]>;

  constructor(host: TbElement, isWanted: () => boolean, near: () => Region6 | undefined) {
    this.#ask = new Ask<Counted, readonly [boolean, Region6 | undefined]>(host, {
      args: () => [isWanted(), near()] as const,
      ask: async (portal, [wanted, region]) => {
        if (!wanted) return undefined;
        const {value, ...shown} = await portal.catalogue.search({text: '', scope: 'all', near: region === undefined ? [] : [region], limit: 1});
        return {...shown, value: value.facets?.themes ?? []};
      },
      concerns: ({about}) => about === 'catalogue',
      keepsLast: true,
    });
  }

  use(portal: Portal): void {
    this.#ask.use(portal);
  }

  /** None while they are not known, and none where the list has none: then the box stands alone. */
  get known(): Counted {
    const {current} = this.#ask;
    return current.state === 'ready' || current.state === 'stale' ? current.value : [];
  }
}
