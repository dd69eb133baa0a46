import {Ask} from '@tongban/base/asked.js';
import type {TbElement} from '@tongban/base/tb-element.js';
import {queriesOfSentence} from '@tongban/domain/guide/sentence.js';
import type {Portal} from '@tongban/domain/portal.js';
import type {Region6} from '@tongban/domain/primitives.js';
import type {Question} from './question.js';

const OFFERED = 4;

/** A shorter search that finds something where a whole sentence found nothing. */
export interface OtherQuery {
  readonly text: string;
  readonly total: number;
}

/** Looks for what a sentence may have meant: its words without those around them, most of them first. Only what finds something is offered. */
export class OtherQueries {
  readonly #ask: Ask<OtherQuery[], readonly [Question | undefined, Region6 | undefined]>;

  /** @param nothing The question that found nothing, if there is one. */
  constructor(host: TbElement, nothing: () => Question | undefined, near: () => Region6 | undefined) {
    this.#ask = new Ask<OtherQuery[], readonly [Question | undefined, Region6 | undefined]>(host, {
      args: () => [nothing(), near()] as const,
      ask: async (portal, [question, region], signal) =>
        question ? {value: await findings(portal, question, region, signal), asOf: '', stale: false} : undefined,
    });
  }

  use(portal: Portal): void {
    this.#ask.use(portal);
  }

  get offered(): readonly OtherQuery[] {
    const {current} = this.#ask;
    return current.state === 'ready' ? current.value : [];
  }
}

async function findings({catalogue}: Portal, {text, scope, filters}: Question, near: Region6 | undefined, signal: AbortSignal): Promise<OtherQuery[]> {
  const found: OtherQuery[] = [];
  for (const other of queriesOfSentence(text)) {
    if (signal.aborted || found.length === OFFERED) break;
    const {value} = await catalogue.search({text: other, scope, filters, near: near === undefined ? [] : [near], limit: 1});
    if (value.total > 0) found.push({text: other, total: value.total});
  }
  return found;
}
