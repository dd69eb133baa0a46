import {Ask, type Asked} from '@tongban/base/asked.js';
import type {TbElement} from '@tongban/base/tb-element.js';
import type {Portal, Shown} from '@tongban/domain/portal.js';
import type {Region6} from '@tongban/domain/primitives.js';
import type {SearchResult} from '@tongban/domain/guide/search.js';
import {askPages} from './ask-pages.js';
import {joined, type Answered, type Found, type TextState} from './found.js';
import {countFilters, isAsked, type Question} from './question.js';

/** What is looked for now, and how much of it is shown. */
export interface Wanted {
  readonly question: Question;
  readonly near: Region6 | undefined;
  readonly shown: number;
}

/**
 * Looks in two tiers: names at once, the texts behind them (`tier: 'full'`) as soon as the names are there. The full answer begins
 * with the hits of the names, so the texts' own are asked for from there on.
 */
export class Finding {
  readonly #wanted: () => Wanted;
  readonly #names: Ask<Answered, readonly [Question, Region6 | undefined, number]>;
  readonly #full: Ask<Answered, readonly [Question, Region6 | undefined, number | undefined, number]>;

  constructor(host: TbElement, wanted: () => Wanted) {
    this.#wanted = wanted;
    const concerns = ({about}: {about: string}) => about === 'catalogue';
    this.#names = new Ask<Answered, readonly [Question, Region6 | undefined, number]>(host, {
      args: () => [wanted().question, wanted().near, wanted().shown] as const,
      ask: async (portal, [question, near, shown]) =>
        isAsked(question) ? answered(question, await askPages(portal, {...queryOf(question, near), tier: 'names'}, 0, shown)) : undefined,
      concerns,
      keepsLast: true,
    });
    this.#full = new Ask<Answered, readonly [Question, Region6 | undefined, number | undefined, number]>(host, {
      args: () => [wanted().question, wanted().near, this.#namesTotal, Math.max(0, wanted().shown - (this.#namesTotal ?? 0))] as const,
      ask: async (portal, [question, near, namesTotal, shown]) =>
        namesTotal === undefined ? undefined : answered(question, await askPages(portal, {...queryOf(question, near), tier: 'full'}, namesTotal, shown)),
      concerns,
      keepsLast: true,
    });
  }

  use(portal: Portal): void {
    this.#names.use(portal);
    this.#full.use(portal);
  }

  get portal(): Portal | undefined {
    return this.#names.portal;
  }

  again(): void {
    this.#names.again();
    this.#full.again();
  }

  /** Whether what is shown answers an earlier question, and the answer to this one is on its way. */
  get isBehind(): boolean {
    return this.#names.isAsking;
  }

  /** While the next answer is on its way the last one stays; of an answer that failed nothing older is passed off as its own. */
  get current(): Asked<Found> {
    const {current} = this.#names;
    if (current.state !== 'ready' && current.state !== 'stale') return current;
    const {question} = current.value;
    if (current.state === 'stale' && question !== this.#wanted().question && this.#names.error !== undefined) return {state: 'failed', error: this.#names.error};
    const [textState, full] = this.#texts(question);
    return {state: current.state, asOf: current.asOf, value: joined(current.value, textState, full)};
  }

  /** How many were found by name for the question of now; undefined while that is not known or there are no texts to read. */
  get #namesTotal(): number | undefined {
    const {current} = this.#names;
    if (current.state !== 'ready' && current.state !== 'stale') return undefined;
    const {question, result} = current.value;
    return question === this.#wanted().question && question.text !== '' && result.tier === 'names' ? result.total : undefined;
  }

  #texts(question: Question): [TextState, SearchResult?] {
    if (this.#namesTotal === undefined) return ['none'];
    const {current} = this.#full;
    const own = (current.state === 'ready' || current.state === 'stale') && current.value.question === question ? current.value.result : undefined;
    if (this.#full.error !== undefined) return ['failed', own];
    if (!own) return ['reading'];
    return own.tier === 'full' ? ['read', own] : ['failed']; // Texts that are not on this device yet cannot be read without network.
  }
}

const queryOf = ({text, scope, filters}: Question, near: Region6 | undefined) => ({
  ...{text, scope, near: near === undefined ? [] : [near]},
  ...(countFilters(filters) > 0 && {filters}),
});

const answered = (question: Question, {value, ...shown}: Shown<SearchResult>): Shown<Answered> => ({...shown, value: {question, result: value}});
