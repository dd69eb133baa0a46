import type {Mode} from '@tongban/domain/guide/mode.js';
import {html, nothing, type TemplateResult} from 'lit';
import {problemOf, regionName, type FormView} from './form-view.js';
import {regionPicker} from './region-picker.js';

/** How it is handed in, and at which window where there is one. */
export function modeSection(view: FormView): TemplateResult {
  const {text, draft, shape, ground} = view;
  const home = regionName(view, ground.region);
  const {modes} = shape.resolved.guide;
  return html`<fieldset class="stack-tight" part="modes">
      <legend>${text.of('modeLegend')}</legend>
      ${modes.map((mode) => modeChoice(view, mode, home))}
    </fieldset>
    ${draft.mode === 'online' ? nothing : windowChoice(view, home)}`;
}

function modeChoice({text, draft, person, edit}: FormView, mode: Mode, home: string): TemplateResult {
  const chosen = draft.mode === mode;
  const choose = () => edit(mode === 'online' ? {mode, windowRegion: undefined} : {mode, windowRegion: draft.windowRegion ?? person?.homeRegion});
  return html`<label class="choice ${chosen ? 'chosen' : ''}">
    <input type="radio" name="mode" value=${mode} .checked=${chosen} @change=${choose} />
    <span><strong>${text.of(`mode-${mode}`)}</strong><br /><span class="small soft">${text.say(`hint-${mode}`, {home})}</span></span>
  </label>`;
}

function windowChoice(view: FormView, home: string): TemplateResult {
  const {text, draft, lists, edit} = view;
  return html`<div class="stack-tight">
    ${regionPicker({
      text,
      lists,
      id: 'window',
      legend: text.of('windowLegend'),
      value: draft.windowRegion ?? '',
      depth: 2,
      problem: problemOf(view, 'mode', 'window'),
      change: (code) => edit({windowRegion: code || undefined}),
    })}
    ${draft.mode === 'agent' ? html`<p class="notice small">${text.say('agreement', {home})}</p>` : nothing}
  </div>`;
}
