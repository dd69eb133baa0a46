import type {Localized} from '@tongban/base/localized.js';
import type {SearchHit} from '@tongban/domain/guide/search.js';
import {html, nothing, type TemplateResult} from 'lit';
import {highlighted} from './highlighted.js';
import type {SearchWord} from './messages.js';

/** Region of the lists that hold for the whole country. */
const NATIONAL = '100000';

export interface HitView {
  text: Localized<SearchWord>;
  hit: SearchHit;
  id: string;
  active: boolean;
  placeName: string;
  choose: () => void;
}

/**
 * One result: an option of the list, so that a screen reader reads it whole. What is not open says so and why, and leads nowhere:
 * it must not look like a way to apply.
 */
export function hitView({text, hit: {item, highlights, snippet}, id, active, placeName, choose}: HitView): TemplateResult {
  const {notOpen} = item;
  // eslint-disable-next-line lit-a11y/click-events-have-key-events -- the keys of a list box belong to its text field
  return html`<li
    class="hit ${active ? 'active' : ''} ${notOpen ? 'closed' : ''}"
    id=${id}
    role="option"
    aria-selected=${active ? 'true' : 'false'}
    aria-disabled=${notOpen ? 'true' : 'false'}
    part="result"
    @click=${choose}
  >
    <p class="name" lang="zh-CN">${highlighted(item.name, highlights)}</p>
    <p class="soft small" lang="zh-CN">
      ${item.dept}${item.plainName && item.plainName !== item.name ? html` · <span lang=${text.language}>${text.say('plainName', {name: item.plainName})}</span>` : nothing}
    </p>
    ${snippet ? html`<p class="snippet small" lang="zh-CN" part="snippet">${highlighted(snippet.text, snippet.highlights)}</p>` : nothing}
    ${notOpen ? html`<p class="small" part="not-open"><span class="badge bad">${text.of('notOpen')}</span> ${text.say(`notOpen-${notOpen}`, {place: placeName})}</p>` : nothing}
    ${badges(text, item, placeName)}
  </li>`;
}

function badges(text: Localized<SearchWord>, {region, modes, hasGuide, zeroMaterial, confidence, source}: SearchHit['item'], placeName: string): TemplateResult {
  const unsure = confidence === 'memory' || confidence === 'illustrative';
  return html`<p class="badges">
    <span class="badge place">${region === NATIONAL ? text.of('national') : html`<span lang="zh-CN">${placeName}</span>`}</span>
    ${zeroMaterial ? html`<span class="badge good">${text.of('zeroMaterial')}</span>` : nothing}
    ${modes.map((mode) => html`<span class="badge mode">${text.of(`mode-${mode}`)}</span>`)}
    ${hasGuide ? html`<span class="badge good">${text.of('hasGuide')}</span>` : nothing}
    ${confidence ? html`<span class="badge ${unsure ? 'warn' : ''}" title=${source}>${text.of(`confidence-${confidence}`)}</span>` : nothing}
  </p>`;
}
