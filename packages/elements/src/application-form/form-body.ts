import type {Draft, DraftEdit} from '@tongban/domain/case/draft.js';
import type {PersonView} from '@tongban/domain/people/person.js';
import {html, nothing, type TemplateResult} from 'lit';
import {situationsView, questionOrder} from '../situations-view/situations-view.js';
import type {DraftKeeper} from './draft-keeper.js';
import {faultsSection} from './faults-section.js';
import {fieldsSection} from './fields-section.js';
import {problemsOf, type Consents, type SectionName} from './form-check.js';
import type {FormText} from './form-text.js';
import {stepSection, type FormView} from './form-view.js';
import {isAnswer, type Ground} from './ground.js';
import {headView} from './head-view.js';
import {isKnown} from './known-value.js';
import {materialsSection} from './materials-section.js';
import {modeSection} from './mode-section.js';
import type {Place} from './place.js';
import type {RegionLists} from './region-lists.js';
import {reviewSection} from './review-section.js';
import type {Shape} from './shape.js';
import type {SignIn} from './sign-in.js';
import type {UploadActions} from './upload-view.js';

export interface FormBody {
  text: FormText;
  ground: Ground;
  draft: Draft;
  shape: Shape;
  person: PersonView | undefined;
  consents: Consents;
  /** Code with which the gateway refused the last try. */
  refusal: string | undefined;
  /** When the draft was last saved before it was opened here; undefined once somebody has changed something. */
  openedAt: string | undefined;
  /** Inputs somebody has left: their problems show. */
  left: ReadonlySet<string>;
  unlocked: ReadonlySet<string>;
  attempted: boolean;
  busy: boolean;
  failure: string | undefined;
  offline: boolean;
  lists: RegionLists;
  keeper: DraftKeeper;
  uploads: UploadActions;
  place: Place;
  signIn: SignIn;
  edit: (edit: DraftEdit) => void;
  consent: (consents: Partial<Consents>) => void;
  leave: (of: string) => void;
  unlock: (fieldId: string) => void;
  /** Somebody wants to send; `firstProblem` is the selector of what stands in the way. */
  submit: (firstProblem: string | undefined) => void;
}

/** The whole form: head, steps, last look. */
export function formBody(body: FormBody): TemplateResult {
  const {text, ground, draft, shape, person, consents, left, attempted, offline, lists, uploads, place, edit, leave} = body;
  const problems = problemsOf(text, {draft, shape, consents, ground});
  const view: FormView = {
    ...{text, ground, draft, shape, person, problems, offline, lists, edit, leave},
    isShown: ({of}) => attempted || left.has(of),
  };
  const steps: [SectionName, () => unknown][] = [
    ['situation', () => situations(view)],
    ['mode', () => modeSection(view)],
    ['fields', () => fieldsSection(view, body)],
    ['materials', () => materialsSection(view, uploads)],
    ['review', () => reviewSection(view, {...body, goTo: place.goTo})],
  ];
  const shown = steps.filter(([name]) => isShown(name, shape, ground));
  const goOn = body.openedAt && hasOwnContent(view) ? shown.find(([name]) => problems.some(({section}) => section === name))?.[0] : undefined;
  if (goOn) place.comeBack(`#step-${goOn}`);
  const submitted = (event: Event) => {
    event.preventDefault();
    body.submit(problems[0]?.focus);
  };
  return html`<form class="stack" novalidate @submit=${submitted}>
    ${headView(view, {...body, resumed: body.openedAt && goOn ? {at: body.openedAt, section: goOn} : undefined, goTo: place.goTo})}
    ${ground.file ? faultsSection(view, place.goTo) : nothing}
    ${shown.map(([name, content], index) => stepSection(view, name, index + 1, content()))}
  </form>`;
}

/** An answer to a notice has the steps the notice names; how a case is handed in is settled once it is one. */
function isShown(name: SectionName, {fields, resolved}: Shape, ground: Ground): boolean {
  if (name === 'mode' && ground.file) return false;
  if (!isAnswer(ground) || name === 'review') return true;
  if (name === 'fields') return fields.length > 0;
  return name === 'materials' && resolved.materials.length > 0;
}

function situations({text, shape, draft, edit}: FormView): TemplateResult {
  const order = questionOrder(shape.resolved.guide.situations.map(({id}) => id), shape.resolved);
  const answer = (question: string, option: string) => edit({answers: {...draft.answers, [question]: option}});
  return situationsView({text, resolved: shape.resolved, order, answer, clear: () => edit({answers: {}})});
}

/** Whether somebody has put something of their own in, beyond what the government filled in. */
function hasOwnContent({draft, shape, person, ground}: FormView): boolean {
  if (ground.file) return draft.attachments.length > 0; // The rest came with the case.
  const typed = shape.fields.some((field) => {
    const value = draft.fields[field.id] ?? '';
    return value !== '' && !isKnown(field, value, person);
  });
  return typed || Object.keys(draft.answers).length > 0 || draft.attachments.length > 0;
}
