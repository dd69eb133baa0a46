import type {Localized} from '@tongban/base/localized.js';
import type {Guide} from '@tongban/domain/guide/guide.js';
import type {Resolved} from '@tongban/domain/guide/resolve.js';
import {html, nothing, type TemplateResult} from 'lit';
import {objectName} from '../item-words.js';
import {limitText} from '../limit-words.js';
import type {ItemGuideWord} from './messages.js';

type Text = Localized<ItemGuideWord>;

/** The name, the everyday name, and what one wants to know before reading on. */
export function headView(text: Text, {guide, zeroMaterial}: Resolved): TemplateResult {
  const {confidence} = guide.provenance;
  const unsure = confidence === 'memory' || confidence === 'illustrative';
  return html`
    <h2 lang="zh-CN" tabindex="-1" part="name">${guide.name}</h2>
    ${guide.plainName && guide.plainName !== guide.name ? html`<p class="soft">${text.say('plainName', {name: guide.plainName})}</p>` : nothing}
    <p class="badges">
      ${zeroMaterial ? html`<span class="badge good">${text.of('zero')}</span>` : nothing}
      <span class="badge ${guide.onsite.times === 0 ? 'good' : ''}">${guide.onsite.times === 0 ? text.of('onsite0') : text.of('onsite', {times: guide.onsite.times})}</span>
      ${guide.modes.map((mode) => html`<span class="badge mode">${text.of(`mode-${mode}`)}</span>`)}
      <span class="badge ${unsure ? 'warn' : 'good'}">${text.of(`confidence-${confidence}`)}</span>
    </p>
  `;
}

/** The facts most people come for. */
export function factsView(text: Text, resolved: Resolved): TemplateResult {
  const {guide, limits} = resolved;
  const chinese = (words: string | undefined) => (words ? html`<span lang="zh-CN">${words}</span>` : undefined);
  const facts: [ItemGuideWord, unknown][] = [
    ['who', text.data(guide.serviceObjects.map((code) => objectName(text, code)).join(' · '))],
    ['promised', html`<strong>${limitText(text, limits.promised)}</strong> <span class="soft small">${text.of('legalHint', {limit: limitText(text, limits.legal)})}</span>`],
    ['fee', text.data(feeText(text, resolved))],
    ['applyAt', chinese(guide.applyAt)],
    ['decideAt', chinese(guide.decideAt ?? guide.dept.name)],
    ['minLoa', text.of(`loa-${guide.minLoa}`)],
  ];
  return html`<dl class="facts" part="facts">
      ${facts.map(([word, value]) => (value ? html`<div><dt>${text.of(word)}</dt><dd>${value}</dd></div>` : nothing))}
    </dl>
    ${guide.acceptConditions.length > 0
      ? html`<div><h3>${text.of('conditions')}</h3><ul lang="zh-CN">${guide.acceptConditions.map((condition) => html`<li>${condition}</li>`)}</ul></div>`
      : nothing}`;
}

function feeText(text: Text, {fee}: Resolved): string {
  const sure = fee.lines.length === 0 ? text.of('free') : fee.total === null ? text.of('feeOpen') : fee.total === 0 ? text.of('free') : text.of('feeTotal', {total: fee.total});
  const maybe = fee.maybe.length > 0 ? text.of('feeMaybe', {names: fee.maybe.map(({name}) => name).join('、')}) : '';
  return [sure, maybe].filter(Boolean).join(' · ');
}

/** How far this guide can be trusted, said before anybody relies on it. */
export function trustNotice(text: Text, {provenance: {confidence}}: Guide): TemplateResult | typeof nothing {
  if (confidence === 'memory') return html`<p class="notice warn small" part="provenance">${text.of('warnMemory')}</p>`;
  if (confidence === 'illustrative') return html`<p class="notice warn small" part="provenance">${text.of('warnIllustrative')}</p>`;
  return nothing;
}
