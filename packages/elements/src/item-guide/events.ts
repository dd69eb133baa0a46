import type {Region6} from '@tongban/domain/primitives.js';
import type {Answers} from '@tongban/domain/guide/when.js';

/** Somebody wants to apply. Cancel it to open a page of your own; else the guide shows the form in its place. */
export class TbApplyRequest extends Event {
  readonly taskCode: string;
  readonly forRegion: Region6;
  /** Situation answers given so far: question id → option id. */
  readonly answers: Answers;

  constructor({taskCode, forRegion, answers}: {taskCode: string; forRegion: Region6; answers: Answers}) {
    super('tb-apply-request', {bubbles: true, composed: true, cancelable: true});
    this.taskCode = taskCode;
    this.forRegion = forRegion;
    this.answers = answers;
  }
}

declare global {
  interface HTMLElementEventMap {
    'tb-apply-request': TbApplyRequest;
  }
}
