import type {Stars} from '@tongban/domain/rating/rating.js';

/** Somebody rated one act; the rating is kept, whether it has left the device or not. */
export class TbRated extends Event {
  readonly stars: Stars;
  /** `queued` waits on this device for the network, `sent` has reached the gateway. */
  readonly state: 'queued' | 'sent';

  constructor({stars, state}: {stars: Stars; state: 'queued' | 'sent'}) {
    super('tb-rated', {bubbles: true, composed: true});
    this.stars = stars;
    this.state = state;
  }
}

declare global {
  interface HTMLElementEventMap {
    'tb-rated': TbRated;
  }
}
