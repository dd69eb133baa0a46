import {html, nothing, type TemplateResult} from 'lit';
import type {Region6} from '@tongban/domain/primitives.js';
import type {FormText} from './form-text.js';
import type {RegionLists} from './region-lists.js';

export interface RegionPicker {
  text: FormText;
  lists: RegionLists;
  /** The selects are `<id>-0` province, `<id>-1` city, `<id>-2` county. */
  id: string;
  legend: unknown;
  value: string;
  /** How deep one may choose: 1 province, 2 city, 3 county. */
  depth: 1 | 2 | 3;
  problem: string | undefined;
  describedBy?: string;
  change: (code: string) => void;
  leave?: () => void;
}

const levels = ['province', 'city', 'county'] as const;

/** A region from the province down; each choice opens the next list, and the choice so far is the value. */
export function regionPicker(picker: RegionPicker): TemplateResult {
  const {text, lists, id, legend, value, depth, problem, leave} = picker;
  const path = value ? lists.path(value) : [];
  const parents = ['' as const, ...path.map(({code}) => code)].slice(0, depth);
  return html`<fieldset class="region" @focusout=${leave ?? nothing}>
    <legend>${legend}</legend>
    <div class="row">${parents.map((parent, level) => select(picker, parent, level, path[level]?.code))}</div>
    ${problem ? html`<p class="error" id=${`${id}-error`}>${problem}</p>` : nothing}
    ${lists.hasFailed
      ? html`<p class="small" role="alert">${text.of('regionsFailed')} <button class="button link" type="button" @click=${() => lists.again()}>${text.of('retry')}</button></p>`
      : nothing}
  </fieldset>`;
}

function select({text, lists, id, problem, describedBy, change}: RegionPicker, parent: string, level: number, chosen: Region6 | undefined): unknown {
  const rows = lists.below(parent);
  if (rows.length === 0 && level > 0) return nothing;
  const below = rows[0]?.level ?? levels[level] ?? 'province';
  const described = [describedBy, problem && `${id}-error`].filter(Boolean).join(' ');
  return html`<label class="region-level">
    <span class="small soft">${text.of(below)}</span>
    <select
      class="input"
      id=${`${id}-${level}`}
      data-field=${level === 0 ? id.replace('field-', '') : nothing}
      aria-invalid=${problem ? 'true' : nothing}
      aria-describedby=${described || nothing}
      @change=${(event: Event) => change((event.target as HTMLSelectElement).value || parent)}
    >
      <option value="" ?selected=${!chosen}>${text.of('choose')}</option>
      ${rows.map(({code, name}) => html`<option value=${code} ?selected=${code === chosen} lang="zh-CN">${name}</option>`)}
    </select>
  </label>`;
}
