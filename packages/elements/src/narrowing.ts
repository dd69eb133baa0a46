import {Ask, type Asked} from '@tongban/base/asked.js';
import type {TbElement} from '@tongban/base/tb-element.js';
import type {Guide} from '@tongban/domain/guide/guide.js';
import type {HeldProof, SessionState} from '@tongban/domain/people/person.js';
import type {Portal} from '@tongban/domain/portal.js';
import type {Region6} from '@tongban/domain/primitives.js';
import {resolve, type Resolved} from '@tongban/domain/guide/resolve.js';
import type {Answers} from '@tongban/domain/guide/when.js';
import {questionOrder} from './situations-view/situations-view.js';

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
  #answers: Answers = {};
  #handIn: ReadonlySet<string> = new Set();
  #order: readonly string[] = [];
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
  }

  get portal(): Portal | undefined {
    return this.#guide.portal;
  }

  use(portal: Portal): void {
    this.#guide.use(portal);
    this.#applicant.use(portal);
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
    const {current} = this.#applicant;
    const applicant = current.state === 'ready' ? current.value : undefined;
    const userType = applicant?.session.status === 'signedIn' ? applicant.session.person?.userType : undefined;
    const resolved = resolve(guide, {answers: this.#answers, region: this.regionOf(guide), held: applicant?.held ?? [], userType});
    this.#order = questionOrder(this.#order, resolved);
    return resolved;
  }

  readonly answer = (question: string, option: string): void => {
    this.#answers = {...this.#answers, [question]: option};
    this.#host.requestUpdate();
  };

  readonly clear = (): void => {
    this.#answers = {};
    this.#host.requestUpdate();
  };

  readonly setHandIn = (materialId: string, handIn: boolean): void => {
    const next = new Set(this.#handIn);
    if (handIn) next.add(materialId);
    else next.delete(materialId);
    this.#handIn = next;
    this.#host.requestUpdate();
  };

  /** Another item starts with nothing answered. */
  #startOver(): void {
    this.#item = this.#of.item();
    this.#answers = {};
    this.#handIn = new Set();
    this.#order = [];
  }
}
