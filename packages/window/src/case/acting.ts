import type {CaseFile, Receipt} from '@tongban/domain/case/case-file.js';
import type {Action, Command} from '@tongban/domain/case/command.js';
import {hasCode} from '@tongban/domain/errors.js';
import type {Guide} from '@tongban/domain/guide/guide.js';
import type {SlotCheck, Piece} from '@tongban/domain/slots/slot.js';
import {nothing, type TemplateResult} from 'lit';
import {actionForms, irreversible} from '../forms/action-forms.js';
import {formPanel} from '../forms/form-panel.js';
import {controlId, type ActionForm, type OpenForm, type Values, type Wrong} from '../forms/open-form.js';
import type {Scans} from '../scan/scans.js';
import {staffPort, type WindowHost} from '../window/window-host.js';

export interface ActingOn {
  scans: Scans;
  guide: () => Guide | undefined;
  /** The revision the clerk has seen, and what every act builds on. */
  revision: () => number;
  /** The case moved meanwhile: it is fetched again, and the clerk is shown how. */
  stale: () => void;
  done: (action: Action, receipt: Receipt) => void;
}

/** The action a clerk is filling in. What was typed stays, per case and action, until it is sent or the clerk leaves. */
export class Acting {
  readonly #host: WindowHost;
  readonly #on: ActingOn;
  readonly #typed = new Map<string, Values>();
  #open: {caseNo: string; action: Action} | undefined;
  #wrongs: readonly Wrong[] = [];
  /** Whether the form has nothing to fill in: then the confirmation is all there is. */
  #asksNothing = false;
  #confirming = false;
  #busy = false;
  #problem: string | undefined;

  constructor(host: WindowHost, on: ActingOn) {
    this.#host = host;
    this.#on = on;
  }

  get busy(): boolean {
    return this.#busy;
  }

  get problem(): string | undefined {
    return this.#problem;
  }

  get hasTyped(): boolean {
    return this.#typed.size > 0;
  }

  openOn(caseNo: string): Action | undefined {
    return this.#open?.caseNo === caseNo ? this.#open.action : undefined;
  }

  clear(): void {
    this.#typed.clear();
    this.#close();
    this.#on.scans.clear();
  }

  /** Opens the form of an action; one that asks for nothing and can be corrected is done at once. */
  start(file: CaseFile, action: Action): void {
    if (this.#busy) return;
    this.#close();
    this.#host.say(''); // What was done before is no answer to this.
    this.#open = {caseNo: file.caseNo, action};
    const form = this.#form(file);
    this.#asksNothing = this.#spec.summary(form).length === 0 && this.#spec.check(form).length === 0;
    if (this.#asksNothing && !irreversible.has(action)) {
      void this.#send(file, {action, payload: this.#spec.payload(form)} as Command);
      return;
    }
    this.#confirming = this.#asksNothing;
    this.#host.focusOn('#form-title');
  }

  view(file: CaseFile, held: boolean): TemplateResult | typeof nothing {
    if (this.openOn(file.caseNo) === undefined) return nothing;
    return formPanel({
      form: this.#form(file),
      spec: this.#spec,
      ...{wrongs: this.#wrongs, confirming: this.#confirming, busy: this.#busy, problem: this.#problem, held},
      focus: (id) => this.#host.focusOn(`#${id}`),
      next: () => this.next(file),
      back: this.back,
      cancel: this.back,
    });
  }

  /** Looks through what was typed, asks for a confirmation where one is due, and sends. */
  next(file: CaseFile): void {
    if (this.#busy || !this.#open) return;
    const form = this.#form(file);
    this.#wrongs = this.#spec.check(form);
    const {action} = this.#open;
    const [first] = this.#wrongs;
    if (first) {
      this.#confirming = false;
      this.#host.focusOn(`#${controlId(first.name)}`);
    } else if (irreversible.has(action) && !this.#confirming) {
      this.#confirming = true;
      this.#host.focusOn('#form-title');
    } else {
      void this.#send(file, {action, payload: this.#spec.payload(form)} as Command);
    }
    this.#host.requestUpdate();
  }

  /** One step back: from the confirmation to the form, from the form to the case. What was typed stays. */
  readonly back = (): void => {
    const {action} = this.#open ?? {};
    if (this.#confirming && !this.#asksNothing) {
      this.#confirming = false;
      this.#host.focusOn('#form-title');
    } else {
      this.#close();
      this.#host.focusOn(action ? `.action-bar [data-action=${action}]` : '#case-title');
    }
    this.#host.requestUpdate();
  };

  /** The buttons in the table of materials. */
  check(file: CaseFile, materialId: string, how: SlotCheck['how'], pieces?: Piece[]): void {
    void this.#send(file, {action: 'checkOriginal', payload: {materialId, how, ...(pieces && {pieces})}});
  }

  get #spec(): ActionForm<unknown> {
    const spec = this.#open && actionForms[this.#open.action];
    if (!spec) throw new RangeError('no form for this action');
    return spec;
  }

  #form(file: CaseFile): OpenForm {
    const {text, staff, today} = this.#host;
    const {action, caseNo} = this.#open ?? {action: 'close', caseNo: file.caseNo};
    const key = `${caseNo}/${action}`;
    return {
      ...{action, file, staff, today, text, scans: this.#on.scans, guide: this.#on.guide()},
      values: this.#typed.get(key) ?? {},
      wrong: new Map(this.#wrongs.map(({name, sentence}) => [name, sentence])),
      set: (name, value) => {
        this.#typed.set(key, {...this.#typed.get(key), [name]: value});
        this.#wrongs = this.#wrongs.filter((wrong) => wrong.name !== name && wrong.name !== 'none');
        this.#host.requestUpdate();
      },
    };
  }

  async #send({caseNo}: CaseFile, command: Command): Promise<void> {
    if (this.#busy) return;
    const {action} = command;
    this.#busy = true;
    this.#problem = undefined;
    this.#host.say('');
    this.#host.requestUpdate();
    try {
      const receipt = await staffPort(this.#host.portal).act(caseNo, this.#on.revision(), command);
      this.#typed.delete(`${caseNo}/${action}`);
      this.#on.scans.clear(command.action === 'checkOriginal' ? `check/${caseNo}/${command.payload.materialId}` : `${caseNo}/`);
      if (action !== 'checkOriginal') this.#close();
      this.#on.done(action, receipt);
    } catch (error) {
      this.#confirming = false;
      this.#problem = this.#host.text.error(error);
      if (hasCode(error, 'TB_CASE_STALE')) this.#on.stale();
    } finally {
      this.#busy = false;
      this.#host.requestUpdate();
    }
  }

  #close(): void {
    this.#open = undefined;
    this.#wrongs = [];
    this.#confirming = false;
    this.#problem = undefined;
  }
}
