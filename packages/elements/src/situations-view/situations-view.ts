import type {Situation} from '@tongban/domain/guide/guide.js';
import type {Resolved} from '@tongban/domain/guide/resolve.js';
import {html, nothing, type TemplateResult} from 'lit';
import type {SituationsWord} from './messages.js';

export interface SituationsView {
  text: {of(key: SituationsWord, values?: Readonly<Record<string, string | number>>): string};
  resolved: Resolved;
  /** Questions in the order they are shown; `questionOrder` keeps it steady. */
  order: readonly string[];
  answer: (question: string, option: string) => void;
  clear: () => void;
}

/** The questions that narrow an item, as radio groups. Styles: `situationsStyles`. */
export function situationsView({text, resolved, order, answer, clear}: SituationsView): TemplateResult {
  const {guide, answers, unanswered} = resolved;
  const shown = order.flatMap((id) => guide.situations.find((situation) => situation.id === id) ?? []);
  if (shown.length === 0) return html`<p class="soft">${text.of('questionsNone')}</p>`;
  return html`<div class="questions" part="questions">
    <p class="soft" role="status">${unanswered.length > 0 ? text.of('questionsHint', {count: unanswered.length}) : text.of('questionsDone')}</p>
    ${shown.map((situation) => question(situation, answers[situation.id], (option) => answer(situation.id, option)))}
    ${Object.keys(answers).length > 0 ? html`<button class="button link small no-print" type="button" @click=${clear}>${text.of('clearAnswers')}</button>` : nothing}
  </div>`;
}

function question({id, question: words, options}: Situation, answered: string | undefined, answer: (option: string) => void): TemplateResult {
  return html`<fieldset class="question" lang="zh-CN">
    <legend>${words}</legend>
    <div class="options">
      ${options.map(
        (option) => html`<label class="choice ${answered === option.id ? 'chosen' : ''}">
          <input type="radio" name=${`situation-${id}`} .checked=${answered === option.id} @change=${() => answer(option.id)} />
          <span>${option.label}</span>
        </label>`,
      )}
    </div>
  </fieldset>`;
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
