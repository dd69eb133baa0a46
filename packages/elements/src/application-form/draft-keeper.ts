import type {Draft, DraftEdit} from '@tongban/domain/case/draft.js';
import type {CasesPort} from '@tongban/domain/portal.js';
import type {ReactiveController, ReactiveControllerHost} from 'lit';

export type SaveState = 'idle' | 'saving' | 'saved' | 'failed';

/** How long typing may rest before it is saved. */
const REST_MS = 300;

/**
 * Keeps one draft: what is typed shows at once and is saved when typing rests, when the page hides, and before anything that needs
 * it saved. What is typed while a save is under way goes out with the next; a save that failed is tried again with the next change.
 */
export class DraftKeeper implements ReactiveController {
  state: SaveState = 'idle';
  error: unknown;

  readonly #host: ReactiveControllerHost;
  readonly #saved: (draft: Draft) => void;
  #port: CasesPort | undefined;
  #stored: Draft | undefined;
  #sending: DraftEdit = {};
  #typed: DraftEdit = {};
  #timer: ReturnType<typeof setTimeout> | undefined;
  #saving: Promise<void> | undefined;
  /** Counts answers of the port, so that a slow one never stands over a newer one. */
  #round = 0;

  constructor(host: ReactiveControllerHost, saved: (draft: Draft) => void) {
    this.#host = host;
    this.#saved = saved;
    host.addController(this);
  }

  hostConnected(): void {
    document.addEventListener('visibilitychange', this.#hidden);
  }

  hostDisconnected(): void {
    document.removeEventListener('visibilitychange', this.#hidden);
    void this.flush();
  }

  /** The draft with what was typed since. */
  get draft(): Draft | undefined {
    return this.#stored && {...this.#stored, ...this.#sending, ...this.#typed};
  }

  /**
   * Takes an opened draft. What was typed into another one, before signing in, moves into it when it is still empty; what was typed
   * for somebody else does not.
   */
  take(port: CasesPort, opened: Draft): void {
    const before = this.draft;
    this.#port = port;
    this.#round++;
    const isOther = before !== undefined && before.draftId !== opened.draftId;
    if (isOther) {
      this.#sending = {};
      this.#typed = {};
    }
    this.#stored = opened;
    const isForTheSame = before?.taskCode === opened.taskCode && before.delegationId === opened.delegationId;
    if (isOther && isForTheSame && before.status === 'editing' && isUntouched(opened)) {
      const {answers, fields, mode, windowRegion} = before;
      this.edit({answers, fields, mode, windowRegion});
    }
    this.#host.requestUpdate();
  }

  /** Forgets the draft, as when the form is for another item. */
  drop(): void {
    void this.flush();
    this.#stored = undefined;
    this.#typed = {};
    this.state = 'idle';
  }

  edit(edit: DraftEdit): void {
    this.#typed = {...this.#typed, ...edit};
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.flush(), REST_MS);
    this.#host.requestUpdate();
  }

  /** Whether everything typed is durable when this resolves; what went wrong is in `error`. */
  async flush(): Promise<boolean> {
    clearTimeout(this.#timer);
    while (Object.keys(this.#typed).length > 0 || this.#saving) {
      this.#saving ??= this.#save().finally(() => (this.#saving = undefined));
      await this.#saving;
      if (this.state === 'failed') return false;
    }
    return true;
  }

  /** Reads the draft again: an upload has moved on, or the gateway has answered. */
  async reread(): Promise<void> {
    const {draft} = this;
    if (!this.#port || !draft) return;
    const round = ++this.#round;
    const fresh = await this.#port.draft(draft.draftId).catch(() => undefined);
    if (fresh && round === this.#round) this.#put(fresh);
  }

  /** Runs an act that answers with the draft. */
  async change(act: (port: CasesPort, draftId: string) => Promise<Draft>): Promise<void> {
    if (this.#port && this.#stored) this.#put(await act(this.#port, this.#stored.draftId));
  }

  async #save(): Promise<void> {
    const {draft} = this;
    if (!this.#port || !draft) return;
    this.#sending = this.#typed;
    this.#typed = {};
    this.state = 'saving';
    this.error = undefined;
    this.#host.requestUpdate();
    try {
      const saved = await this.#port.saveDraft(draft.draftId, this.#sending);
      this.#sending = {};
      this.state = 'saved';
      if (saved.draftId === this.#stored?.draftId) this.#put(saved);
      this.#saved(saved);
    } catch (error) {
      this.#typed = {...this.#sending, ...this.#typed};
      this.#sending = {};
      this.state = 'failed';
      this.error = error;
      this.#host.requestUpdate();
    }
  }

  #put(draft: Draft): void {
    this.#round++;
    this.#stored = draft;
    this.#host.requestUpdate();
  }

  readonly #hidden = (): void => {
    if (document.visibilityState === 'hidden') void this.flush();
  };
}

const isUntouched = ({answers, fields, attachments}: Draft) => Object.keys(answers).length === 0 && Object.keys(fields).length === 0 && attachments.length === 0;
