import {icon, type IconName} from '@tongban/base/controls/icons.js';
import type {MaterialState, Resolved, ResolvedMaterial} from '@tongban/domain/guide/resolve.js';
import {html, nothing, type TemplateResult} from 'lit';
import {reasonsOf} from './because.js';
import type {ChecklistText} from './checklist-text.js';
import {groupsOf} from './material-groups.js';

export interface ChecklistView {
  text: ChecklistText;
  resolved: Resolved;
  regionName: (code: string) => string;
  /** Materials that are handed in though they need not be. */
  handIn?: ReadonlySet<string>;
  /** Lets a person hand in what is 免交, and take that back; without it the choice is not offered. */
  setHandIn?: (materialId: string, handIn: boolean) => void;
  /** Whether these are the papers of a case: then nobody has to get them ready any more. */
  isFiled?: boolean;
  /** Level of the groups' headings; 3 when absent. */
  level?: 3 | 4;
  /** Drawn under a material: a form puts its upload there, a case the state of its slot. */
  below?: (material: ResolvedMaterial) => unknown;
}

/**
 * One applicant's checklist: what to get ready, what is 免交 and why, what hangs on which question, what may follow or stay away.
 * Guide, checklist and form draw it alike. Styles: `checklistStyles`.
 */
export function checklistView(view: ChecklistView): TemplateResult {
  const {text, resolved, handIn = new Set()} = view;
  const groups = groupsOf(resolved, handIn);
  if (groups.length === 0 && resolved.ruledOut.length === 0) return html`<p class="soft">${text.of('nothing')}</p>`;
  return html`
    ${resolved.zeroMaterial && handIn.size === 0 ? html`<p class="notice good" part="zero-material">${icon('check')} ${text.of('zeroMaterial')}</p>` : nothing}
    ${groups.map(({state, materials}) => group(view, state, materials))}
    ${resolved.ruledOut.length > 0 ? ruledOut(text, resolved) : nothing}
  `;
}

const icons: Record<MaterialState, IconName> = {need: 'document', lackable: 'clock', maybe: 'question', waivable: 'check', optional: 'minus'};

function group(view: ChecklistView, state: MaterialState, materials: readonly ResolvedMaterial[]): TemplateResult {
  const {text, level = 3, isFiled = false} = view;
  const isOwed = isFiled && state === 'need';
  return html`<section class="group ${state} ${isOwed ? 'filed' : ''}" part="group">
    <p class="group-title" role="heading" aria-level=${level}>${icon(icons[state])}<span class="grow">${text.of(isOwed ? 'group-filed' : `group-${state}`)}</span><span class="badge">${text.of('items', {count: materials.length})}</span></p>
    ${isOwed ? nothing : html`<p class="soft small group-hint">${text.of(`hint-${state}`)}</p>`}
    <ul class="plain">
      ${materials.map((material) => html`<li class="material" part="material">${row(view, material)}</li>`)}
    </ul>
  </section>`;
}

function row(view: ChecklistView, material: ResolvedMaterial): TemplateResult {
  const {text, resolved, regionName, handIn = new Set(), setHandIn, below} = view;
  const {spec, state, promise} = material;
  const handed = state === 'waivable' && handIn.has(spec.id);
  const reasons = handed ? [text.of('handedIn')] : reasonsOf(text, resolved.guide, material, regionName);
  return html`
    <p class="material-name" lang="zh-CN">${spec.name}</p>
    ${state === 'waivable' && !handed ? nothing : html`<p class="soft small">${text.data(aboutCopies(text, material))}</p>`}
    ${reasons.length > 0 ? html`<ul class="plain reasons small">${reasons.map((reason) => html`<li>${icon('arrow')}<span>${reason}</span></li>`)}</ul>` : nothing}
    ${promise && state !== 'waivable' ? html`<p class="small">${text.of('promise')}</p>` : nothing}
    ${spec.note ? html`<p class="soft small" lang="zh-CN">${spec.note}</p>` : nothing}
    ${spec.acceptStand ? html`<details class="small"><summary>${text.of('standard')}</summary><p lang="zh-CN">${spec.acceptStand}</p></details>` : nothing}
    ${spec.blankForm || spec.sample
      ? html`<p class="row">${spec.blankForm ? html`<span class="badge">${text.of('blankForm')}</span>` : nothing}${spec.sample ? html`<span class="badge">${text.of('sample')}</span>` : nothing}</p>`
      : nothing}
    ${below?.(material)}
    ${state === 'waivable' && setHandIn
      ? html`<button class="button link small no-print" type="button" aria-label=${`${text.of(handed ? 'handInNot' : 'handIn')}: ${spec.name}`} @click=${() => setHandIn(spec.id, !handed)}>
          ${text.of(handed ? 'handInNot' : 'handIn')}
        </button>`
      : nothing}
  `;
}

function aboutCopies(text: ChecklistText, {spec: {copies, form, source, issuer}}: ResolvedMaterial): string {
  return [
    copies.original > 0 && text.of('original', {count: copies.original}),
    copies.copy > 0 && text.of('copy', {count: copies.copy}),
    text.of(`form-${form}`),
    issuer ? text.of('issuedBy', {issuer}) : source === 20 && text.of('issuedByGovernment'),
  ]
    .filter(Boolean)
    .join(' · ');
}

function ruledOut(text: ChecklistText, {ruledOut: materials}: Resolved): TemplateResult {
  return html`<details class="ruled-out">
    <summary>${text.of('ruledOut', {count: materials.length})}</summary>
    <ul>
      ${materials.map(({spec, because}) => {
        const answers = because.flatMap((reason) => (reason.why === 'answer' ? [text.of('because-answer', {label: reason.label})] : []));
        return html`<li><span lang="zh-CN">${spec.name}</span>${answers.length > 0 ? html`<span class="soft small"> — ${text.data(answers.join(' · '))}</span>` : nothing}</li>`;
      })}
    </ul>
  </details>`;
}
