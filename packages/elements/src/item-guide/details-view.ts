import {icon} from '@tongban/base/controls/icons.js';
import type {Localized} from '@tongban/base/localized.js';
import type {Guide, StepSpec} from '@tongban/domain/guide/guide.js';
import type {Resolved} from '@tongban/domain/guide/resolve.js';
import {html, nothing, type TemplateResult} from 'lit';
import {dateWords} from '../date-words.js';
import {limitText} from '../limit-words.js';
import type {ItemGuideWord} from './messages.js';

type Text = Localized<ItemGuideWord>;

/** What follows the checklist: steps, results, law, questions, telephones, and where the guide comes from. */
export function detailsView(text: Text, {guide, steps}: Resolved): TemplateResult {
  return html`
    <section class="part">
      <h3>${text.of('steps')}</h3>
      <ol class="plain steps">${steps.map((step) => stepRow(text, step))}</ol>
    </section>
    ${guide.results.length > 0 ? resultsView(text, guide) : nothing}
    ${guide.faq.length > 0
      ? html`<section class="part">
          <h3>${text.of('faq')}</h3>
          ${guide.faq.map(({question, answer}) => html`<details lang="zh-CN"><summary>${question}</summary><p>${answer}</p></details>`)}
        </section>`
      : nothing}
    ${guide.legalBasis.length > 0 ? lawView(text, guide) : nothing}
    ${guide.consultPhone || guide.complainPhone ? phonesView(text, guide) : nothing}
    ${aboutView(text, guide)}
  `;
}

function stepRow(text: Text, {name, actor, limit, special}: StepSpec): TemplateResult {
  const about = [text.of(`actor-${actor}`), limit && limitText(text, limit), special && text.of('special')].filter(Boolean).join(' · ');
  return html`<li><span class="step-name" lang="zh-CN">${name}</span><span class="soft small">${about}</span></li>`;
}

function resultsView(text: Text, {results}: Guide): TemplateResult {
  return html`<section class="part">
    <h3>${text.of('results')}</h3>
    <ul>
      ${results.map(
        ({name, delivery}) => html`<li><span lang="zh-CN">${name}</span> <span class="soft small">${delivery.map((way) => text.of(`delivery-${way}`)).join(' · ')}</span></li>`,
      )}
    </ul>
  </section>`;
}

function lawView(text: Text, {legalBasis}: Guide): TemplateResult {
  return html`<section class="part">
    <h3>${text.of('law')}</h3>
    <ul lang="zh-CN">
      ${legalBasis.map(
        ({name, article, docNo, gist, confidence}) => html`<li>
          《${name}》${article ?? ''}${docNo ? `（${docNo}）` : ''}${gist ? html`<span class="soft">：${gist}</span>` : nothing}
          ${confidence === 'memory' || confidence === 'illustrative' ? html`<span class="badge warn" lang=${text.language}>${text.of(`confidence-${confidence}`)}</span>` : nothing}
        </li>`,
      )}
    </ul>
  </section>`;
}

function phonesView(text: Text, {consultPhone, complainPhone}: Guide): TemplateResult {
  const line = (word: ItemGuideWord, phone: string | undefined) =>
    phone ? html`<p>${icon('phone')} ${text.of(word)}<a href=${`tel:${phone.replace(/[^\d+]/g, '')}`}>${phone}</a></p>` : nothing;
  return html`<section class="part stack-tight">
    <h3>${text.of('phones')}</h3>
    ${line('consult', consultPhone)} ${line('complain', complainPhone)}
  </section>`;
}

/** How an importer marks what it had to make up. */
const INVENTED = 'illustrative: ';

function aboutView(text: Text, {version, effective: [from, until], dept, taskCode, provenance: {sources, memory}}: Guide): TemplateResult {
  const date = (on: string) => dateWords(on, text.language);
  const words = (parts: readonly string[]) => parts.map((part) => (text.has(`part-${part}`) ? text.of(`part-${part}` as ItemGuideWord) : part)).join(' · ');
  const invented = memory.filter((part) => part.startsWith(INVENTED)).map((part) => part.slice(INVENTED.length));
  const unsure = memory.filter((part) => !part.startsWith(INVENTED));
  return html`<section class="part small soft stack-tight" part="about">
    <h3>${text.of('about')}</h3>
    <p>${until ? text.of('versionUntil', {version, from: date(from), until: date(until)}) : text.of('version', {version, from: date(from)})}</p>
    <p>${text.say('publisher', {dept: dept.name})} · ${text.of('code', {code: taskCode})}</p>
    ${sources.length > 0 ? html`<p>${text.say('sources', {sources: sources.join('；')})}</p>` : nothing}
    ${unsure.length > 0 ? html`<p>${text.say('memoryParts', {parts: words(unsure)})}</p>` : nothing}
    ${invented.length > 0 ? html`<p>${text.say('inventedParts', {parts: words(invented)})}</p>` : nothing}
  </section>`;
}
