import type {Action} from '@tongban/domain/case/command.js';

/** A clerk moved a case. Tells a host system which one and how, and nothing about people. */
export class TbCaseActed extends Event {
  readonly caseNo: string;
  readonly action: Action;

  constructor(caseNo: string, action: Action) {
    super('tb-case-acted', {bubbles: true, composed: true});
    this.caseNo = caseNo;
    this.action = action;
  }
}

declare global {
  interface HTMLElementEventMap {
    'tb-case-acted': TbCaseActed;
  }
}
