import type {RegionRow} from '@tongban/domain/regions/regions.js';
import {html, nothing, type TemplateResult} from 'lit';
import type {RegionLists} from '@tongban/elements/application-form/region-lists.js';
import type {FormField} from '../forms/field-view.js';
import {controlId, type Filling} from '../forms/open-form.js';

/** Province, city, county: each list below the choice before it. What is chosen last counts. */
export function regionField(form: Filling, {name, label, required}: FormField, lists: RegionLists): TemplateResult {
  const {text, values, wrong} = form;
  const id = controlId(name);
  const code = values[name] ?? '';
  const path = code ? lists.path(code) : [];
  const levels: readonly (readonly RegionRow[])[] = [lists.below(''), ...path.map((row) => lists.below(row.code))].filter((rows) => rows.length > 0);
  return html`<fieldset class="field">
    <legend class="label">${label} <span class="soft small">${text.of(required ? 'required' : 'optional')}</span></legend>
    <div class="regions">
      ${levels.map(
        (rows, level) => html`<select
          class="input"
          id=${level === 0 ? id : nothing}
          aria-label=${`${label} ${level + 1}`}
          aria-invalid=${wrong.has(name) ? 'true' : 'false'}
          lang="zh-CN"
          @change=${(event: Event) => form.set(name, (event.target as HTMLSelectElement).value || (path[level - 1]?.code ?? ''))}
        >
          <option value="" .selected=${path[level] === undefined}>—</option>
          ${rows.map((row) => html`<option value=${row.code} .selected=${path[level]?.code === row.code}>${row.name}</option>`)}
        </select>`,
      )}
    </div>
    ${wrong.has(name) ? html`<p class="wrong small">${wrong.get(name)}</p>` : nothing}
  </fieldset>`;
}
