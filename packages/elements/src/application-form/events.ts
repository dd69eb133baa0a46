import type {Instant} from '@tongban/domain/primitives.js';

/** What was typed is durable on this device. */
export class TbDraftSaved extends Event {
  readonly draftId: string;
  readonly savedAt: Instant;

  constructor({draftId, savedAt}: {draftId: string; savedAt: Instant}) {
    super('tb-draft-saved', {bubbles: true, composed: true});
    this.draftId = draftId;
    this.savedAt = savedAt;
  }
}

/** The application is on its way (`queued`), and later in the office's hands (`filed`): once each. */
export class TbSubmitted extends Event {
  readonly draftId: string;
  readonly state: 'queued' | 'filed';
  /** Known once it is filed, or when it answers a notice. */
  readonly caseNo: string | undefined;

  constructor({draftId, state, caseNo}: {draftId: string; state: 'queued' | 'filed'; caseNo?: string | undefined}) {
    super('tb-submitted', {bubbles: true, composed: true});
    this.draftId = draftId;
    this.state = state;
    this.caseNo = caseNo;
  }
}

/** The applicant wants to follow the case. Where nobody cancels it, the progress opens below the receipt. */
export class TbProgressRequest extends Event {
  readonly caseNo: string;

  constructor(caseNo: string) {
    super('tb-progress-request', {bubbles: true, composed: true, cancelable: true});
    this.caseNo = caseNo;
  }
}

declare global {
  interface HTMLElementEventMap {
    'tb-draft-saved': TbDraftSaved;
    'tb-submitted': TbSubmitted;
    'tb-progress-request': TbProgressRequest;
  }
}
