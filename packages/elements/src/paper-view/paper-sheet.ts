import {spoken} from '@tongban/base/spoken.js';
import type {Paper} from '@tongban/domain/papers/paper.js';
import {html, nothing, type TemplateResult} from 'lit';
import {footRows, headRows, wordsOfPaper, type PaperRow} from './paper-rows.js';
import {qrCode} from './qr-code.js';

/** A paper as it lies on A4: on screen and in print alike. Styles: `paperStyles`. */
export function paperSheet(paper: Paper, lang = 'zh-CN'): TemplateResult {
  const words = wordsOfPaper(lang);
  return html`<article class="sheet" part="paper" lang=${lang}>
    <header class="sheet-head">
      <div class="grow">
        <p class="sheet-office" lang="zh-CN">${paper.office}</p>
        <h3 class="sheet-title">${words[paper.kind]}</h3>
      </div>
      <figure class="sheet-code">
        ${qrCode(paper.progressUrl, words.scan)}
        <figcaption>${words.scan}</figcaption>
      </figure>
    </header>
    ${facts(headRows(paper, lang), lang)}
    <div class="sheet-text" lang="zh-CN">${paper.paragraphs.map((paragraph) => html`<p>${paragraph}</p>`)}</div>
    ${paper.materials.length > 0 ? materials(paper, words) : nothing}
    ${paper.legalBasis.length > 0 ? html`<p class="sheet-basis">${words.basis}: <span lang="zh-CN">${paper.legalBasis.join('；')}</span></p>` : nothing}
    ${facts(footRows(paper, lang), lang)}
  </article>`;
}

/** What is wider than this, in em, stands on a line of its own: half a line breaks a case number in the middle. */
const HALF_A_LINE = 12;

/** About how wide a value is printed, in em: Chinese signs are square, others about half as wide. */
const widthOf = (value: string) => [...value].reduce((width, sign) => width + (/[\u2e80-\uffef]/.test(sign) ? 1 : 0.6), 0);

function facts(rows: readonly PaperRow[], lang: string): TemplateResult {
  return html`<dl class="sheet-facts">${rows.map(({label, value}) => html`<div class=${widthOf(value) > HALF_A_LINE ? 'whole' : ''}><dt>${label}</dt><dd>${spoken(value, lang)}</dd></div>`)}</dl>`;
}

function materials({materials: rows}: Paper, words: ReturnType<typeof wordsOfPaper>): TemplateResult {
  const notes = rows.some(({note}) => note !== undefined);
  return html`<table class="sheet-table">
    <caption>${words.materials}</caption>
    <thead>
      <tr><th scope="col">${words.material}</th><th scope="col">${words.state}</th>${notes ? html`<th scope="col">${words.note}</th>` : nothing}</tr>
    </thead>
    <tbody lang="zh-CN">
      ${rows.map(({name, state, note = ''}) => html`<tr><td>${name}</td><td>${state}</td>${notes ? html`<td>${note}</td>` : nothing}</tr>`)}
    </tbody>
  </table>`;
}
