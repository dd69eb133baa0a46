import type {Situation} from '@tongban/domain/guide/guide.js';
import type {OptionEffect} from '@tongban/domain/guide/option-effects.js';
import type {Resolved} from '@tongban/domain/guide/resolve.js';
import {html, nothing, type TemplateResult} from 'lit';
import type {SituationsWord} from './messages.js';

type Text = {of(key: SituationsWord, values?: Readonly<Record<string, string | number>>): string; readonly language: string};

export interface SituationsView {
  text: Text;
  resolved: Resolved;
  /** Questions in the order they are shown; `questionOrder` keeps it steady. */
  order: readonly string[];
  answer: (question: string, option: string) => void;
  clear: () => void;
  /** What each option of a question changes; without it options say nothing about it. */
  effects?: (question: string) => ReadonlyMap<string, OptionEffect>;
  /** One question at a time, and how to go on; without it all are shown and the choice is not offered. */
  steps?: QuestionSteps;
}

/** Going through the questions one by one. */
export interface QuestionSteps {
  readonly isOneByOne: boolean;
  /** Place of the question shown, in the order. */
  readonly at: number;
  readonly setOneByOne: (isOneByOne: boolean) => void;
  readonly goTo: (at: number) => void;
}

/** The questions that narrow an item, as radio groups. Styles: `situationsStyles`. */
export function situationsView(view: SituationsView): TemplateResult {
  const {text, resolved, order, clear, steps} = view;
  const {guide, answers, unanswered} = resolved;
  const shown = order.flatMap((id) => guide.situations.find((situation) => situation.id === id) ?? []);
  if (shown.length === 0) return html`<p class="soft">${text.of('questionsNone')}</p>`;
  const at = Math.min(steps?.at ?? 0, shown.length - 1);
  const drawn = steps?.isOneByOne ? shown.slice(at, at + 1) : shown;
  return html`<div class="questions" part="questions">
    <p class="soft" role="status">${unanswered.length > 0 ? text.of('questionsHint', {count: unanswered.length}) : text.of('questionsDone')}</p>
    ${drawn.map((situation) => question(view, situation))}
    ${steps?.isOneByOne ? stepButtons(text, steps, at, shown.length) : nothing}
    <p class="row no-print">
      ${steps && shown.length > 1
        ? html`<button class="button link small" type="button" part="one-by-one" @click=${() => steps.setOneByOne(!steps.isOneByOne)}>${text.of(steps.isOneByOne ? 'allAtOnce' : 'oneByOne')}</button>`
        : nothing}
      ${Object.keys(answers).length > 0 ? html`<button class="button link small" type="button" @click=${clear}>${text.of('clearAnswers')}</button>` : nothing}
    </p>
  </div>`;
}

function stepButtons(text: Text, {goTo}: QuestionSteps, at: number, count: number): TemplateResult {
  return html`<div class="row no-print">
    <button class="button" type="button" part="previous" ?disabled=${at === 0} @click=${() => goTo(at - 1)}>${text.of('previousQuestion')}</button>
    <button class="button" type="button" part="next" ?disabled=${at + 1 >= count} @click=${() => goTo(at + 1)}>${text.of('nextQuestion')}</button>
    <span class="soft small">${text.of('questionAt', {at: at + 1, count})}</span>
  </div>`;
}

function question({text, resolved, answer, effects}: SituationsView, {id, question: words, options}: Situation): TemplateResult {
  const answered = resolved.answers[id];
  const changes = effects?.(id);
  return html`<fieldset class="question" lang="zh-CN">
    <legend>${words}</legend>
    <div class="options">
      ${options.map(
        (option) => html`<label class="choice ${answered === option.id ? 'chosen' : ''}">
          <input type="radio" name=${`situation-${id}`} .checked=${answered === option.id} @change=${() => answer(id, option.id)} />
          <span class="grow">${option.label}</span>${effect(text, changes?.get(option.id))}
        </label>`,
      )}
    </div>
  </fieldset>`;
}

/** 少交 2 件, 要交 1 件: what choosing this does to the papers that are still open. */
function effect(text: Text, change: OptionEffect | undefined): TemplateResult | typeof nothing {
  const words = [
    ...(change && change.added.length > 0 ? [text.of('effectAdded', {count: change.added.length})] : []),
    ...(change && change.spared.length > 0 ? [text.of('effectSpared', {count: change.spared.length})] : []),
  ];
  return words.length > 0 ? html`<span class="effect small soft" lang=${text.language}>${words.join(text.of('effectBetween'))}</span>` : nothing;
}

/**
 * The order to show questions in: those already on screen stay where they are, as long as they are asked or answered; new ones
 * follow, the one that decides most first. So no answer makes a question jump away under somebody's finger.
 */
export function questionOrder(before: readonly string[], {answers, unanswered}: Resolved): string[] {
  const kept = before.filter((id) => unanswered.includes(id) || answers[id] !== undefined);
  const others = [...Object.keys(answers), ...unanswered].filter((id) => !kept.includes(id));
  return [...kept, ...others];
}
