import {Ask} from '@tongban/base/asked.js';
import {askedView} from '@tongban/base/controls/asked-view.js';
import type {Guide} from '@tongban/domain/guide/guide.js';
import type {Portal} from '@tongban/domain/portal.js';
import {resolve, type Resolved} from '@tongban/domain/guide/resolve.js';
import type {ItemHead} from '@tongban/domain/guide/service-item.js';
import type {Answers} from '@tongban/domain/guide/when.js';
import {RegionLists} from '@tongban/elements/application-form/region-lists.js';
import {questionOrder} from '@tongban/elements/situations-view/situations-view.js';
import {html, nothing, type TemplateResult} from 'lit';
import {controlId, type Values, type Wrong} from '../forms/open-form.js';
import {Scans} from '../scan/scans.js';
import {staffPort, type WindowHost} from '../window/window-host.js';
import {ItemPicker} from './item-picker.js';
import type {Receivable} from './receivable.js';
import {refusedAt, seenOriginals, takeInOf, wrongsOf, type WalkInForm} from './walk-in-form.js';
import {walkInSteps} from './walk-in-steps.js';

interface Chosen {
  readonly item: ItemHead;
  readonly how: Extract<Receivable, {ok: true}>;
}

/** Takes in what somebody at the counter brings: item, situation, person, papers, form, receipt. */
export class WalkIn {
  readonly #host: WindowHost;
  readonly #picker: ItemPicker;
  readonly #guide: Ask<Guide, readonly [string]>;
  readonly #scans: Scans;
  readonly #regions: RegionLists;
  readonly #taken: (caseNo: string, docNo: string | undefined) => void;
  #chosen: Chosen | undefined;
  #answers: Answers = {};
  #order: readonly string[] = [];
  #values: Values = {};
  #wrongs: readonly Wrong[] = [];
  #busy = false;
  #problem: string | undefined;

  constructor(host: WindowHost, staffId: () => string, taken: (caseNo: string, docNo: string | undefined) => void) {
    this.#host = host;
    this.#taken = taken;
    this.#picker = new ItemPicker(host, staffId, this.#choose);
    this.#scans = new Scans(host);
    this.#regions = new RegionLists(host, () => host.portal);
    this.#guide = new Ask(host, {
      args: () => [this.#chosen?.item.taskCode ?? ''] as const,
      ask: async (portal, [taskCode]) => (taskCode ? portal.catalogue.guide(taskCode) : undefined),
    });
  }

  use(portal: Portal): void {
    this.#picker.use(portal);
    this.#guide.use(portal);
  }

  /** Where the focus goes when the clerk comes here. */
  get firstThing(): string {
    return this.#chosen ? '#walk-in-title' : '#item';
  }

  get hasTyped(): boolean {
    return Object.keys(this.#values).length > 0;
  }

  clear = (): void => {
    this.#startOver();
    this.#chosen = undefined;
    this.#picker.clear();
    this.#host.requestUpdate();
  };

  view(): TemplateResult {
    const {text} = this.#host;
    return html`<section class="walk-in stack" aria-labelledby="walk-in-title" part="walk-in">
      <div class="row">
        <h2 id="walk-in-title" class="grow" tabindex="-1">${text.of('walkInTitle')}</h2>
        ${this.#chosen ? html`<button class="button small" type="button" @click=${this.clear}>${text.of('clearWalkIn')}</button>` : nothing}
      </div>
      ${this.#chosen ? this.#form(this.#chosen) : html`<div class="card stack"><h3>${text.of('stepItem')}</h3>${this.#picker.view()}</div>`}
    </section>`;
  }

  /** Ctrl+Enter. */
  submit(): void {
    const guide = this.#guideNow;
    if (this.#chosen && guide) void this.#takeIn(this.#formOf(this.#chosen, guide));
  }

  #form(chosen: Chosen): unknown {
    const {text} = this.#host;
    return askedView(this.#guide.current, {
      ...{text, lines: 8, empty: () => nothing, again: () => this.#guide.again()},
      value: (guide) => {
        const form = this.#formOf(chosen, guide);
        return walkInSteps({
          ...{form, item: chosen.item, mode: chosen.how.mode, order: this.#order, wrongs: this.#wrongs, busy: this.#busy, problem: this.#problem, regions: this.#regions},
          regionName: (code) => this.#host.regionName(code),
          answer: (question, option) => this.#answer({...this.#answers, [question]: option}),
          clearAnswers: () => this.#answer({}),
          focus: (name) => this.#host.focusOn(name === 'questions' ? '.question input' : `#${controlId(name)}`),
          change: this.clear,
          submit: () => void this.#takeIn(form),
        });
      },
    });
  }

  get #guideNow(): Guide | undefined {
    const {current} = this.#guide;
    return current.state === 'ready' || current.state === 'stale' ? current.value : undefined;
  }

  #formOf({item, how}: Chosen, guide: Guide): WalkInForm {
    const {text, today, staff} = this.#host;
    const resolved = this.#resolve(item, guide);
    return {
      ...{text, today, resolved, taskCode: item.taskCode, mode: how.mode, windowRegion: staff.region, scans: this.#scans},
      values: this.#values,
      wrong: new Map(this.#wrongs.map(({name, sentence}) => [name, sentence])),
      set: (name, value) => {
        this.#values = {...this.#values, [name]: value};
        this.#wrongs = this.#wrongs.filter((wrong) => wrong.name !== name);
        this.#host.requestUpdate();
      },
    };
  }

  #resolve({region}: ItemHead, guide: Guide): Resolved {
    const userType = this.#values['userType'] === 'corp' ? 'corp' : 'person';
    const resolved = resolve(guide, {answers: this.#answers, region, held: [], userType});
    this.#order = questionOrder(this.#order, resolved);
    return resolved;
  }

  #answer(answers: Answers): void {
    this.#answers = answers;
    this.#wrongs = this.#wrongs.filter(({name}) => name !== 'questions');
    this.#host.requestUpdate();
  }

  readonly #choose = (item: ItemHead, how: Chosen['how']): void => {
    this.#startOver();
    this.#chosen = {item, how};
    this.#host.focusOn('#walk-in-title');
    this.#host.requestUpdate();
  };

  #startOver(): void {
    this.#answers = {};
    this.#order = [];
    this.#values = {};
    this.#wrongs = [];
    this.#problem = undefined;
    this.#scans.clear();
  }

  async #takeIn(form: WalkInForm): Promise<void> {
    if (this.#busy) return;
    this.#wrongs = wrongsOf(form);
    this.#problem = undefined;
    if (this.#wrongs.length > 0) {
      this.#host.focusOn('#walk-in-wrongs');
      return;
    }
    this.#busy = true;
    this.#host.requestUpdate();
    const {text} = this.#host;
    try {
      const port = staffPort(this.#host.portal);
      const receipt = await port.takeIn(takeInOf(form));
      const {caseNo, shortCode, papers} = receipt;
      this.#host.acted(caseNo, 'takeIn');
      const isRecorded = await recordOriginals(port, receipt, seenOriginals(form));
      this.clear();
      this.#host.say(isRecorded ? text.of('takenIn', {code: shortCode}) : text.of('checkFailed'));
      this.#taken(caseNo, papers.find(({kind}) => kind === 'intakeReceipt')?.docNo);
    } catch (error) {
      this.#wrongs = refusedAt(form, error);
      this.#problem = text.error(error);
      this.#host.focusOn('#walk-in-problem');
    } finally {
      this.#busy = false;
      this.#host.requestUpdate();
    }
  }
}

/** Records what was seen, one act after the other. The case is taken in whatever becomes of this; the table can record the rest. */
async function recordOriginals(port: ReturnType<typeof staffPort>, {caseNo, revision}: {caseNo: string; revision: number}, seen: ReturnType<typeof seenOriginals>): Promise<boolean> {
  try {
    let next = revision;
    for (const payload of seen) ({revision: next} = await port.act(caseNo, next, {action: 'checkOriginal', payload}));
    return true;
  } catch {
    return false;
  }
}
