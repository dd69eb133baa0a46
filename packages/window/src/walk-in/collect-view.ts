import type {ResolvedMaterial} from '@tongban/domain/guide/resolve.js';
import {reasonsOf} from '@tongban/elements/checklist-view/because.js';
import {html, nothing, type TemplateResult} from 'lit';
import {fieldView} from '../forms/field-view.js';
import {controlId} from '../forms/open-form.js';
import {scanInput} from '../scan/scan-input.js';
import {waysOf} from './collecting.js';
import {collectable, walkInScanKey, wayOf, type WalkInForm} from './walk-in-form.js';

/** The checklist of this applicant, as the window works it off: for each paper how it is taken. */
export function collectView(form: WalkInForm, regionName: (code: string) => string): TemplateResult {
  const {text, resolved} = form;
  const materials = collectable(resolved);
  const open = resolved.materials.length - materials.length;
  return html`
    ${materials.length === 0 && open === 0 ? html`<p class="soft">${text.of('nothing')}</p>` : nothing}
    <ul class="plain collect">${materials.map((material) => html`<li>${row(form, material, regionName)}</li>`)}</ul>
    ${open > 0 ? html`<p class="soft small">${text.of('group-maybe')}: ${text.of('items', {count: open})}. ${text.of('hint-maybe')}</p>` : nothing}
  `;
}

function row(form: WalkInForm, material: ResolvedMaterial, regionName: (code: string) => string): TemplateResult {
  const {text, resolved, scans, wrong} = form;
  const {id, name, necessity, copies, acceptStand} = material.spec;
  const way = wayOf(form, material);
  const control = controlId(`way-${id}`);
  const wanted = [copies.original > 0 && text.of('original', {count: copies.original}), copies.copy > 0 && text.of('copy', {count: copies.copy}), ...reasonsOf(text, resolved.guide, material, regionName)].filter(Boolean);
  return html`<fieldset class="field">
    <legend><strong lang="zh-CN">${name}</strong> <span class="badge ${necessity === 1 ? 'warn' : ''}">${text.of(`necessity-${necessity}`)}</span></legend>
    <p class="soft small">${wanted.map((each, at) => html`${at > 0 ? ' · ' : nothing}${each}`)}</p>
    ${acceptStand ? html`<details class="small"><summary>${text.of('standard')}</summary><p lang="zh-CN">${acceptStand}</p></details>` : nothing}
    <div class="choices" role="group" aria-label=${`${text.of('way')}: ${name}`}>
      ${waysOf(material).map(
        (each, at) => html`<label class="choice ${way === each ? 'chosen' : ''}">
          <input type="radio" name=${control} id=${at === 0 ? control : nothing} .checked=${way === each} @change=${() => form.set(`way-${id}`, each)} />
          <span>${text.of(`way-${each}`)}</span>
        </label>`,
      )}
    </div>
    ${way === 'held' ? html`<p class="soft small">${text.of('heldHint')}</p>` : nothing}
    ${way === 'scan' ? html`<div class="row">${scanInput({text, scans, key: walkInScanKey(id), name})}${fieldView(form, {name: `seen-${id}`, kind: 'tick', label: text.of('originalSeen')})}</div>` : nothing}
    ${wrong.has(`way-${id}`) ? html`<p class="wrong small">${wrong.get(`way-${id}`)}</p>` : nothing}
  </fieldset>`;
}
