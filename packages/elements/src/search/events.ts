import type {Region6} from '@tongban/domain/primitives.js';
import type {ItemHead} from '@tongban/domain/guide/service-item.js';

/** Somebody picked an item from the results. */
export class TbItemSelected extends Event {
  readonly taskCode: string;
  readonly region: Region6;
  readonly itemName: string;
  /** Whether there is a full guide, so that `<tb-item-guide>` can show it. */
  readonly hasGuide: boolean;

  constructor({taskCode, region, name, hasGuide}: ItemHead) {
    super('tb-item-selected', {bubbles: true, composed: true});
    this.taskCode = taskCode;
    this.region = region;
    this.itemName = name;
    this.hasGuide = hasGuide;
  }
}

declare global {
  interface HTMLElementEventMap {
    'tb-item-selected': TbItemSelected;
  }
}
