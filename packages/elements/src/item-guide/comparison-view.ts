import type {Localized} from '@tongban/base/localized.js';
import {compareRegions, type ComparisonRow, type RegionComparison} from '@tongban/domain/guide/compare-regions.js';
import type {Guide} from '@tongban/domain/guide/guide.js';
import type {MaterialSpec} from '@tongban/domain/guide/material.js';
import type {Region6} from '@tongban/domain/primitives.js';
import {html, nothing, type TemplateResult} from 'lit';
import {limitText} from '../limit-words.js';
import type {ItemGuideWord} from './messages.js';

type Text = Localized<ItemGuideWord>;

export interface ComparisonView {
  text: Text;
  guide: Guide;
  /** Regions that may be compared, and those that are. */
  offered: readonly Region6[];
  chosen: readonly Region6[];
  regionName: (code: Region6) => string;
  choose: (region: Region6, chosen: boolean) => void;
  /** Draws a list of differences instead of a table. */
  plain: boolean;
}

/** 求同存异: what differs between provinces, first and in plain words; what is the same is folded away. */
export function comparisonView(view: ComparisonView): TemplateResult {
  const {text, guide, offered, chosen, regionName, choose} = view;
  const comparison = compareRegions(guide, chosen);
  return html`<section class="part stack-tight" part="comparison">
    <h3>${text.of('compare')}</h3>
    <p class="soft small" id="compare-hint">${text.of('compareHint')}</p>
    <div class="regions" role="group" aria-labelledby="compare-hint" lang="zh-CN">
      ${offered.map(
        (region) => html`<label class="choice ${chosen.includes(region) ? 'chosen' : ''}">
          <input type="checkbox" .checked=${chosen.includes(region)} @change=${(event: Event) => choose(region, (event.target as HTMLInputElement).checked)} />${regionName(region)}
        </label>`,
      )}
    </div>
    ${chosen.length < 2 ? html`<p class="soft">${text.of('compareOne')}</p>` : differences(view, comparison)}
  </section>`;
}

function differences(view: ComparisonView, comparison: RegionComparison): TemplateResult {
  const {text, plain} = view;
  const differing = comparison.rows.filter(({differs}) => differs);
  const same = comparison.rows.filter((row) => !row.differs && !isBlank(row));
  const draw = plain ? plainList : table;
  return html`
    ${differing.length === 0
      ? html`<p>${text.of('compareNone')}</p>`
      : html`<p role="status" part="differing">${text.of('compareCount', {differing: differing.length, same: same.length})}</p>
          ${draw(view, comparison, differing)}`}
    ${same.length > 0
      ? html`<details class="same"><summary>${text.of('same', {count: same.length})}</summary>
          <dl>${same.map((row) => html`<div><dt>${text.data(aspect(text, row))}</dt><dd>${text.data(cellsOf(text, row)[0] ?? '')}</dd></div>`)}</dl>
        </details>`
      : nothing}
  `;
}

function table({text, regionName}: ComparisonView, {regions}: RegionComparison, rows: readonly ComparisonRow[]): TemplateResult {
  return html`<div class="scroll" role="region" tabindex="0" aria-label=${text.of('compareTable')}>
    <table>
      <thead>
        <tr>
          <th scope="col">${text.of('aspect')}</th>
          ${regions.map(
            ({region, claimed, confidence}) => html`<th scope="col">
              <span lang="zh-CN">${regionName(region)}</span>
              ${claimed ? nothing : html`<span class="badge warn">${text.of('unclaimedShort')}</span>`}
              ${confidence === 'illustrative' ? html`<span class="badge warn">${text.of('delta-illustrative')}</span>` : nothing}
            </th>`,
          )}
        </tr>
      </thead>
      <tbody>
        ${rows.map((row) => html`<tr><th scope="row">${text.data(aspect(text, row))}</th>${cellsOf(text, row).map((cell) => html`<td>${text.data(cell)}</td>`)}</tr>`)}
      </tbody>
    </table>
  </div>`;
}

function plainList({text, regionName}: ComparisonView, {regions}: RegionComparison, rows: readonly ComparisonRow[]): TemplateResult {
  return html`${rows.map(
    (row) => html`<div class="card">
      <h4>${text.data(aspect(text, row))}</h4>
      <dl>${cellsOf(text, row).map((cell, at) => html`<div><dt lang="zh-CN">${regionName(regions[at]?.region ?? '')}</dt><dd>${text.data(cell)}</dd></div>`)}</dl>
    </div>`,
  )}`;
}

function aspect(text: Text, row: ComparisonRow): string {
  return row.about === 'material' ? text.of('aboutMaterial', {name: row.name}) : text.of(`about-${row.about}`);
}

function cellsOf(text: Text, row: ComparisonRow): readonly string[] {
  switch (row.about) {
    case 'promised':
    case 'legal':
      return row.cells.map((limit) => limitText(text, limit));
    case 'steps':
      return row.cells.map((names) => names.join(' → '));
    case 'note':
      return row.cells.map((note) => note ?? '—');
    case 'material':
      return row.cells.map((material) => (material ? asked(text, material) : text.of('notAsked')));
    case 'itemType':
      return row.cells.map((code) => typeName(text, code));
    case 'name':
      return row.cells;
  }
}

const necessity = {1: 'asked', 2: 'optional', 3: 'lackable'} as const;

const asked = (text: Text, {necessity: code, note}: MaterialSpec) => [text.of(necessity[code]), note].filter(Boolean).join('：');

function typeName(text: Text, code: string): string {
  const key = `type-${code}`;
  return text.has(key) ? text.of(key) : code;
}

const isBlank = (row: ComparisonRow) => row.about === 'note' && row.cells.every((note) => !note);
