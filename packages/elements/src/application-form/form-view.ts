import type {DraftEdit, Draft} from '@tongban/domain/case/draft.js';
import type {PersonView} from '@tongban/domain/people/person.js';
import type {Region6} from '@tongban/domain/primitives.js';
import {icon} from '@tongban/base/controls/icons.js';
import {html, nothing, type TemplateResult} from 'lit';
import type {FormProblem, SectionName} from './form-check.js';
import type {FormText} from './form-text.js';
import type {Ground} from './ground.js';
import type {RegionLists} from './region-lists.js';
import type {Shape} from './shape.js';

/** What every section of the form is drawn from, and how it says what the person wants. */
export interface FormView {
  readonly text: FormText;
  readonly ground: Ground;
  readonly draft: Draft;
  readonly shape: Shape;
  readonly person: PersonView | undefined;
  /** Everything that stands in the way of sending. */
  readonly problems: readonly FormProblem[];
  /** Whether a problem is shown beside its input already: after it was left, or after a try to send. */
  readonly isShown: (problem: FormProblem) => boolean;
  readonly offline: boolean;
  readonly lists: RegionLists;
  readonly edit: (edit: DraftEdit) => void;
  /** Somebody left an input. */
  readonly leave: (of: string) => void;
}

/** The sentence to show beside an input, if any. */
export function problemOf({problems, isShown}: FormView, section: SectionName, of: string): string | undefined {
  const problem = problems.find((one) => one.section === section && one.of === of);
  return problem && isShown(problem) ? problem.sentence : undefined;
}

/** One calm step of the page: number, title, how much is left. */
export function stepSection(view: FormView, name: SectionName, no: number, content: unknown): TemplateResult {
  const {text, problems, isShown} = view;
  const open = problems.filter(({section}) => section === name);
  const isAlarmed = open.some(isShown);
  return html`<section class="step card stack" id=${`step-${name}`} part="step" aria-labelledby=${`title-${name}`}>
    <div class="step-head">
      <span class="step-no ${open.length === 0 ? 'done' : ''}" aria-hidden="true">${open.length === 0 && name !== 'review' ? icon('check') : no}</span>
      <h3 class="grow" id=${`title-${name}`} tabindex="-1">${text.of(`section-${name}`)}</h3>
      ${name === 'review'
        ? nothing
        : open.length === 0
          ? html`<span class="badge good">${text.of('sectionDone')}</span>`
          : html`<span class="badge ${isAlarmed ? 'bad' : ''}">${text.of('sectionOpen', {count: open.length})}</span>`}
    </div>
    ${content}
  </section>`;
}

/** The name of a region, as far as it is known. */
export const regionName = ({lists}: Pick<FormView, 'lists'>, code: Region6): string => lists.nameOf(code);
