/** The person wants to change what was refused, or to say it anew. Where nobody cancels it, the form opens below the list. */
export class TbMendRequest extends Event {
  /** The item it applies for; absent when it answers a notice of a case. */
  readonly taskCode: string | undefined;
  readonly forRegion: string | undefined;
  readonly caseNo: string | undefined;

  constructor({taskCode, forRegion, caseNo}: {taskCode?: string; forRegion?: string; caseNo?: string}) {
    super('tb-mend-request', {bubbles: true, composed: true, cancelable: true});
    this.taskCode = taskCode;
    this.forRegion = forRegion;
    this.caseNo = caseNo;
  }
}

/** Something that could not be sent was given up by its owner, for good. */
export class TbGivenUp extends Event {
  readonly commandId: string;

  constructor(commandId: string) {
    super('tb-given-up', {bubbles: true, composed: true});
    this.commandId = commandId;
  }
}

declare global {
  interface HTMLElementEventMap {
    'tb-mend-request': TbMendRequest;
    'tb-given-up': TbGivenUp;
  }
}
