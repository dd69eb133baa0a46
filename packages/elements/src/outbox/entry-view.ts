import {icon} from '@tongban/base/controls/icons.js';
import {whenCopied} from '@tongban/base/when-copied.js';
import {TbError} from '@tongban/domain/errors.js';
import {stepsOf, type OutboxEntry} from '@tongban/domain/outbox/outbox.js';
import {outboxStates, type OutboxStep} from '@tongban/domain/outbox/outbox-state.js';
import {html, nothing, type TemplateResult} from 'lit';
import {bytesWords} from '../application-form/bytes-words.js';
import type {OutboxText} from './messages.js';
import {questionView, type Question} from './question-view.js';

/** Steps of one entry alone; sending and signing in are for all of them. */
export type OwnStep = Extract<OutboxStep, 'mend' | 'keepMine' | 'giveUp' | 'takeTheirs'>;

export interface EntryView {
  text: OutboxText;
  entry: OutboxEntry;
  /** The question that is on screen for this entry, if one is. */
  question: Question | undefined;
  take: (step: OwnStep) => void;
}

const ownSteps: readonly OutboxStep[] = ['mend', 'keepMine', 'giveUp', 'takeTheirs'] satisfies OwnStep[];

/** One thing on its way: where it stands, since when, why it waits, and what its owner can do. */
export function entryView({text, entry, question, take}: EntryView): TemplateResult {
  const {state, kind, itemName, waitsFor, problem} = entry;
  const {tone, needsPerson} = outboxStates[state];
  const name = itemName ?? text.of(`kind-${kind}`);
  const steps = stepsOf(entry).filter((step): step is OwnStep => ownSteps.includes(step));
  return html`<article class="entry stack-tight ${needsPerson ? 'you' : ''}" part="entry" data-state=${state}>
    <div class="row">
      <h3>${text.data(name)}</h3>
      <span class="badge ${tone === 'plain' ? '' : tone}" part="state">${needsPerson ? icon('alert') : nothing} ${text.of(`is-${state}`)}</span>
    </div>
    <p part="means">${text.of(`means-${state}`)}${waitsFor && state !== 'blocked' ? html` <span part="waits">${text.of(`wait-${waitsFor}`)}</span>` : nothing}</p>
    ${problem ? html`<p class="notice bad small" part="problem">${text.error(new TbError(problem))}</p>` : nothing}
    <dl class="facts small" part="facts">
      ${factsOf(text, entry).map(([word, value]) => html`<div><dt>${text.of(word)}</dt><dd>${value}</dd></div>`)}
    </dl>
    ${question ? questionView(text, entry, question) : steps.length > 0 ? html`<div class="row">${steps.map((step) => button(text, name, entry, step, take))}</div>` : nothing}
  </article>`;
}

type Fact = 'caseNo' | 'since' | 'lastTry' | 'delivered' | 'nextTry' | 'attempts' | 'size';

function factsOf(text: OutboxText, {state, caseNo, queuedAt, lastTryAt, nextTryAt, attempts, size}: OutboxEntry): [Fact, string][] {
  const at = (instant: string) => whenCopied(instant, text.language);
  const facts: [Fact, string | undefined][] = [
    ['caseNo', caseNo],
    ['since', at(queuedAt)],
    [state === 'receipted' ? 'delivered' : 'lastTry', lastTryAt && at(lastTryAt)],
    ['attempts', attempts > 0 ? text.of('times', {count: attempts}) : undefined],
    ['nextTry', nextTryAt && at(nextTryAt)],
    ['size', size === undefined ? undefined : bytesWords(size)],
  ];
  return facts.filter((fact): fact is [Fact, string] => fact[1] !== undefined);
}

function button(text: OutboxText, name: string, {commandId}: OutboxEntry, step: OwnStep, take: (step: OwnStep) => void): TemplateResult {
  const look = step === 'mend' || step === 'keepMine' ? 'main' : '';
  return html`<button class="button ${look}" type="button" data-step=${step} data-command=${commandId} aria-label=${`${text.of(step)}: ${name}`} @click=${() => take(step)}>${text.of(step)}</button>`;
}
