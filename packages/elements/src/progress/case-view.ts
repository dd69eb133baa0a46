import type {CaseFile} from '@tongban/domain/case/case-file.js';
import {html, nothing, type TemplateResult} from 'lit';
import {actsView} from './acts-view.js';
import {feeView, type FeeCard} from './fee-view.js';
import {factsView, resultView} from './facts-view.js';
import {faultsView} from './faults-view.js';
import {nowView} from './now-view.js';
import {papersView, type PapersView} from './papers-view.js';
import type {ProgressText, RegionName} from './progress-text.js';
import {timelineView} from './timeline-view.js';
import {withdrawView, type WithdrawView} from './withdraw-view.js';

export interface CaseView {
  text: ProgressText;
  file: CaseFile;
  nameOf: RegionName;
  /** Whether all that can wait is folded away: 长辈版 shows what matters now. */
  folded: boolean;
  papers: Omit<PapersView, 'text' | 'papers'>;
  withdraw: Omit<WithdrawView, 'text'>;
  fee: Omit<FeeCard, 'text' | 'fee'>;
  answer: () => void;
  rate: (act: string) => void;
}

/** One case, what matters now first. */
export function caseView({text, file, nameOf, folded, papers, withdraw, fee, answer, rate}: CaseView): TemplateResult {
  const block = (title: string, content: unknown) => (folded ? fold(title, content) : section(title, content));
  const rating = file.acts.length > 0 ? section(text.of('rate'), actsView(text, file.acts, rate)) : nothing;
  const isDone = file.state === 'closed';
  return html`<div class="stack">
    ${nowView(text, file, nameOf)} ${faultsView(text, file, answer)} ${feeView({text, fee: file.fee, ...fee})} ${resultView(text, file)} ${isDone ? rating : nothing}
    ${block(text.of('timeline'), timelineView(text, file.milestones))}
    ${file.papers.length > 0 ? block(text.of('papers'), papersView({text, papers: file.papers, ...papers})) : nothing}
    ${isDone ? nothing : rating} ${block(text.of('facts'), factsView(text, file, nameOf))}
    ${file.allowed.includes('withdraw') ? withdrawView({text, ...withdraw}) : nothing}
  </div>`;
}

function section(title: string, content: unknown): TemplateResult {
  return html`<section class="card stack-tight"><h3>${title}</h3>${content}</section>`;
}

function fold(title: string, content: unknown): TemplateResult {
  return html`<details class="card"><summary>${title}</summary><div class="stack-tight">${content}</div></details>`;
}
