import type {Mode} from '@tongban/domain/guide/mode.js';
import type {ItemHead} from '@tongban/domain/guide/service-item.js';
import type {RegionLists} from '@tongban/elements/application-form/region-lists.js';
import {situationsView} from '@tongban/elements/situations-view/situations-view.js';
import {html, nothing, type TemplateResult} from 'lit';
import {fieldView} from '../forms/field-view.js';
import type {Wrong} from '../forms/open-form.js';
import {applicantFields, guideField} from './applicant-fields.js';
import {collectView} from './collect-view.js';
import {regionField} from './region-field.js';
import {askedFields, type WalkInForm} from './walk-in-form.js';

export interface WalkInSteps {
  form: WalkInForm;
  item: ItemHead;
  mode: Mode;
  order: readonly string[];
  wrongs: readonly Wrong[];
  busy: boolean;
  problem: string | undefined;
  regions: RegionLists;
  regionName: (code: string) => string;
  answer: (question: string, option: string) => void;
  clearAnswers: () => void;
  focus: (name: string) => void;
  change: () => void;
  submit: () => void;
}

/** The whole walk-in on one page, in the order of the talk at the counter. */
export function walkInSteps(steps: WalkInSteps): TemplateResult {
  const {form, item, mode, busy, problem, wrongs, regionName} = steps;
  const {text} = form;
  const submit = (event: Event) => {
    event.preventDefault();
    steps.submit();
  };
  return html`<form class="stack" novalidate @submit=${submit} part="walk-in-form">
    <div class="card row">
      <p class="grow"><strong lang="zh-CN">${item.name}</strong> <span class="soft" lang="zh-CN">${regionName(item.region)} · ${item.dept}</span> <span class="badge calm">${text.of(`mode-${mode}`)}</span></p>
      <button class="button small" type="button" @click=${steps.change}>${text.of('itemChange')}</button>
    </div>
    ${item.modes.includes('online') ? html`<p class="notice small">${text.of('offersOnline')}</p>` : nothing}
    ${wrongs.length > 0 && !problem ? wrongList(steps) : nothing}
    ${problem ? html`<div class="notice bad" role="alert" id="walk-in-problem" tabindex="-1"><p>${problem}</p>${wrongLinks(steps)}</div>` : nothing}
    <div class="columns">
      <div class="main-column">
        ${step(1, text.of('stepQuestions'), situationsView({text, resolved: form.resolved, order: steps.order, answer: steps.answer, clear: steps.clearAnswers}))}
        ${step(3, text.of('stepMaterials'), collectView(form, regionName))}
      </div>
      <div class="side-column">
        ${step(2, text.of('stepApplicant'), applicantFields(form).map((field) => fieldView(form, field)))}
        ${askedFields(form.resolved).length > 0 ? step(4, text.of('stepFields'), formFields(steps)) : nothing}
      </div>
    </div>
    <div class="row">
      <button class="button main" type="submit" part="take-in" ?disabled=${busy}>${text.of(busy ? 'takingIn' : 'takeInDo')}<kbd class="key" aria-hidden="true">Ctrl+↵</kbd></button>
    </div>
  </form>`;
}

function step(nth: number, title: string, body: unknown): TemplateResult {
  return html`<section class="card stack-tight" aria-labelledby="step-${nth}">
    <h3 id="step-${nth}" class="section-title"><span class="nth" aria-hidden="true">${nth}</span>${title}</h3>
    ${body}
  </section>`;
}

function formFields({form, regions}: WalkInSteps) {
  return askedFields(form.resolved).map((spec) => (spec.type === 'region' ? regionField(form, guideField(form, spec), regions) : fieldView(form, guideField(form, spec))));
}

function wrongList(steps: WalkInSteps): TemplateResult {
  return html`<div class="notice bad" role="alert" id="walk-in-wrongs" tabindex="-1">
    <p>${steps.form.text.of('problemsTitle', {count: steps.wrongs.length})}</p>
    ${wrongLinks(steps)}
  </div>`;
}

function wrongLinks({wrongs, focus}: WalkInSteps): TemplateResult {
  return html`<ul>${wrongs.map(({name, sentence}) => html`<li><button class="button link" type="button" @click=${() => focus(name)}>${sentence}</button></li>`)}</ul>`;
}
