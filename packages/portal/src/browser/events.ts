/** The portal of a `<tb-province>` answers: its tags work now. */
export class TbPortalReady extends Event {
  readonly region: string;

  constructor(region: string) {
    super('tb-portal-ready', {bubbles: true, composed: true});
    this.region = region;
  }
}

/** The portal of a `<tb-province>` could not be started. `code` is in docs/errors.md. */
export class TbPortalFailed extends Event {
  readonly code: string;

  constructor(code: string) {
    super('tb-portal-failed', {bubbles: true, composed: true});
    this.code = code;
  }
}

declare global {
  interface HTMLElementEventMap {
    'tb-portal-ready': TbPortalReady;
    'tb-portal-failed': TbPortalFailed;
  }
}
