import type {CaseState} from '@tongban/domain/case/case-state.js';

/** A case that is on screen has moved on. */
export class TbCaseChanged extends Event {
  readonly caseNo: string;
  readonly state: CaseState;
  readonly revision: number;

  constructor({caseNo, state, revision}: {caseNo: string; state: CaseState; revision: number}) {
    super('tb-case-changed', {bubbles: true, composed: true});
    this.caseNo = caseNo;
    this.state = state;
    this.revision = revision;
  }
}

/** Somebody picked one of their cases from the list. */
export class TbCaseSelected extends Event {
  readonly caseNo: string;

  constructor(caseNo: string) {
    super('tb-case-selected', {bubbles: true, composed: true});
    this.caseNo = caseNo;
  }
}

/** The applicant wants to answer a notice. Where nobody cancels it, the form opens below the case. */
export class TbSupplementRequest extends Event {
  readonly caseNo: string;

  constructor(caseNo: string) {
    super('tb-supplement-request', {bubbles: true, composed: true, cancelable: true});
    this.caseNo = caseNo;
  }
}

/** The applicant wants to rate an act. Where nobody cancels it, the rating opens below the case. */
export class TbRateRequest extends Event {
  readonly caseNo: string;
  readonly act: string;

  constructor(caseNo: string, act: string) {
    super('tb-rate-request', {bubbles: true, composed: true, cancelable: true});
    this.caseNo = caseNo;
    this.act = act;
  }
}

/** The applicant wants to pay, and the cashier's page is there. Where nobody cancels it, this page leaves for it. */
export class TbPayRequest extends Event {
  readonly caseNo: string;
  /** Address of the bill at the province's cashier. */
  readonly url: string;
  /** Whole fen. */
  readonly fen: number;

  constructor({caseNo, url, fen}: {caseNo: string; url: string; fen: number}) {
    super('tb-pay-request', {bubbles: true, composed: true, cancelable: true});
    this.caseNo = caseNo;
    this.url = url;
    this.fen = fen;
  }
}

declare global {
  interface HTMLElementEventMap {
    'tb-case-changed': TbCaseChanged;
    'tb-case-selected': TbCaseSelected;
    'tb-supplement-request': TbSupplementRequest;
    'tb-rate-request': TbRateRequest;
    'tb-pay-request': TbPayRequest;
  }
}
