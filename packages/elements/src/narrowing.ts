import {Ask, type Asked} from '@tongban/base/asked.js';
import type {TbElement} from '@tongban/base/tb-element.js';
import type {Guide} from '@tongban/domain/guide/guide.js';
import type {HeldProof, SessionState} from '@tongban/domain/people/person.js';
import type {Portal} from '@tongban/domain/portal.js';
import type {Region6} from '@tongban/domain/primitives.js';
import {optionEffects, type OptionEffect} from '@tongban/domain/guide/option-effects.js';
import {resolve, type Resolved, type ResolveWish} from '@tongban/domain/guide/resolve.js';
import type {Answers} from '@tongban/domain/guide/when.js';
import {questionOrder, type QuestionSteps} from './situations-view/situations-view.js';

/** Which item an element narrows, and for which region. */
export interface Narrowed {
  item: () => string;
  forRegion: () => Region6 | undefined;
}

interface Applicant {
  readonly session: SessionState;
  readonly held: readonly HeldProof[];
}

/** One item on its way to one person's checklist: guide, answers, what the government holds, and what is handed in all the same. */
export class Narrowing {
  readonly #host: TbElement;
  readonly #of: Narrowed;
  readonly #guide: Ask<Guide, readonly [string]>;
  readonly #applicant: Ask<Applicant, readonly [string]>;
  readonly #kept: Ask<Answers, readonly [string]>;
  #answers: Answers = {};
  #isOwn = false;
  #handIn: ReadonlySet<string> = new Set();
  #order: readonly string[] = [];
  #isOneByOne: boolean | undefined;
  #at = 0;
  #item = '';

  constructor(host: TbElement, of: Narrowed) {
    this.#host = host;
    this.#of = of;
    this.#guide = new Ask(host, {
      args: () => [of.item()] as const,
      ask: async (portal, [item]) => (item ? portal.catalogue.guide(item) : undefined),
      concerns: ({about}) => about === 'catalogue',
    });
    this.#applicant = new Ask<Applicant, readonly [string]>(host, {
      args: () => [of.item()] as const,
      ask: async (portal, [item]) => {
        if (!item) return undefined;
        const [session, held] = await Promise.all([portal.session.current(), portal.certificates.held(item)]);
        return {value: {session, held}, asOf: '', stale: false};
      },
      concerns: ({about}) => about === 'session',
    });
    this.#kept = new Ask<Answers, readonly [string]>(host, {
      args: () => [of.item()] as const,
      ask: async (portal, [item]) => (item ? {value: await portal.answers.kept(item), asOf: '', stale: false} : undefined),
    });
  }

  get portal(): Portal | undefined {
    return this.#guide.portal;
  }

  use(portal: Portal): void {
    this.#guide.use(portal);
    this.#applicant.use(portal);
    this.#kept.use(portal);
  }

  again(): void {
    this.#guide.again();
    this.#applicant.again();
  }

  get guide(): Asked<Guide> {
    return this.#guide.current;
  }

  /** Whether somebody is signed in; undefined while that is not known. What the government holds is only known for them. */
  get isSignedIn(): boolean | undefined {
    const {current} = this.#applicant;
    return current.state === 'ready' ? current.value.session.status === 'signedIn' : undefined;
  }

  /** What is handed in though it need not be. */
  get handIn(): ReadonlySet<string> {
    return this.#handIn;
  }

  get order(): readonly string[] {
    return this.#order;
  }

  /** The region whose checklist this is: asked for, else the one that published this edition. */
  regionOf(guide: Guide): Region6 {
    const item = this.#of.item();
    return this.#of.forRegion() ?? guide.deltas.find(({taskCode}) => taskCode === item)?.region ?? guide.region;
  }

  /** The checklist now. Proofs that cannot be asked for are proofs nobody has. */
  resolve(guide: Guide): Resolved {
    if (this.#item !== this.#of.item()) this.#startOver();
    this.#takeUp();
    const resolved = resolve(guide, this.#wish(guide));
    this.#order = questionOrder(this.#order, resolved);
    return resolved;
  }

  /** What each option of a question changes for this applicant. */
  effects(guide: Guide, question: string): ReadonlyMap<string, OptionEffect> {
    return optionEffects(guide, this.#wish(guide), question);
  }

  /** How somebody goes through the questions. In large type one at a time, until they want it otherwise. */
  get steps(): QuestionSteps {
    return {
      isOneByOne: this.#isOneByOne ?? this.#host.size === 'elder',
      at: this.#at,
      setOneByOne: (isOneByOne) => this.#show(isOneByOne, 0, '[part=one-by-one]'),
      goTo: (at) => this.#show(true, at, '.question input:checked, .question input'),
    };
  }

  #wish(guide: Guide): ResolveWish {
    const {current} = this.#applicant;
    const applicant = current.state === 'ready' ? current.value : undefined;
    const userType = applicant?.session.status === 'signedIn' ? applicant.session.person?.userType : undefined;
    return {answers: this.#answers, region: this.regionOf(guide), held: applicant?.held ?? [], userType};
  }

  /** Focus goes to what was asked for: the button that was pressed may be gone or disabled. */
  #show(isOneByOne: boolean, at: number, focus: string): void {
    this.#isOneByOne = isOneByOne;
    this.#at = at;
    this.#host.requestUpdate();
    void this.#host.updateComplete.then(() => this.#host.renderRoot.querySelector<HTMLElement>(focus)?.focus());
  }

  readonly answer = (question: string, option: string): void => {
    this.#give({...this.#answers, [question]: option});
  };

  readonly clear = (): void => {
    this.#at = 0;
    this.#give({});
  };

  readonly setHandIn = (materialId: string, handIn: boolean): void => {
    const next = new Set(this.#handIn);
    if (handIn) next.add(materialId);
    else next.delete(materialId);
    this.#handIn = next;
    this.#host.requestUpdate();
  };

  /** Kept in the tab as well, so that signing in, which leaves the page, forgets nothing. */
  #give(answers: Answers): void {
    this.#answers = answers;
    this.#isOwn = true;
    this.#host.requestUpdate();
    void this.portal?.answers.keep(this.#of.item(), answers);
  }

  /** What the tab kept from an earlier page counts until somebody answers on this one. */
  #takeUp(): void {
    const {current} = this.#kept;
    if (!this.#isOwn && current.state === 'ready') this.#answers = current.value;
  }

  /** Another item starts with nothing answered on this page. */
  #startOver(): void {
    this.#item = this.#of.item();
    this.#isOwn = false;
    this.#answers = {};
    this.#handIn = new Set();
    this.#order = [];
    this.#at = 0;
  }
}
