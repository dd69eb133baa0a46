import type {MaterialState} from '@tongban/domain/guide/resolve.js';

/** The checklist is another one now: a question was answered, somebody signed in, another region was asked for. */
export class TbChecklistChanged extends Event {
  /** How many materials stand where. */
  readonly counts: Readonly<Record<MaterialState, number>>;
  /** Nothing but the form is left. */
  readonly zeroMaterial: boolean;
  /** How many questions are still open. */
  readonly unanswered: number;

  constructor({counts, zeroMaterial, unanswered}: {counts: Readonly<Record<MaterialState, number>>; zeroMaterial: boolean; unanswered: number}) {
    super('tb-checklist-changed', {bubbles: true, composed: true});
    this.counts = counts;
    this.zeroMaterial = zeroMaterial;
    this.unanswered = unanswered;
  }
}

declare global {
  interface HTMLElementEventMap {
    'tb-checklist-changed': TbChecklistChanged;
  }
}
