import {baseStyles} from '@tongban/base/base-styles.js';
import {icon} from '@tongban/base/controls/icons.js';
import {printAlone} from '@tongban/base/print-alone.js';
import type {Paper} from '@tongban/domain/papers/paper.js';
import {html, nothing, type TemplateResult} from 'lit';
import {wordsOfPaper} from './paper-rows.js';
import {paperSheet} from './paper-sheet.js';
import {paperText} from './paper-text.js';
import {paperStyles} from './paper.styles.js';

export interface PaperView {
  paper: Paper;
  lang: string;
  /** Takes the paper off the screen; without it there is no such button. */
  close?: () => void;
  /** Prints it; given by tests, which have no printer. */
  print?: (paper: Paper) => void;
}

/** One paper to read and to print, with its plain-text twin. Styles: `paperStyles`. */
export function paperView({paper, lang, close, print = printPaper}: PaperView): TemplateResult {
  const words = wordsOfPaper(lang);
  return html`<section class="paper stack-tight" aria-label=${`${words[paper.kind]} ${paper.docNo}`}>
    ${paperSheet(paper, lang)}
    <div class="row">
      <button class="button main" type="button" part="print" @click=${() => print(paper)}>${icon('printer')}${words.print}</button>
      ${close ? html`<button class="button" type="button" part="close" @click=${close}>${words.close}</button>` : nothing}
    </div>
    <details class="small"><summary>${words.plainText}</summary><pre class="paper-text" part="text">${paperText(paper, lang)}</pre></details>
  </section>`;
}

/** Sends one paper to the printer, alone on its page. Always in Chinese: it is the office's paper. */
export function printPaper(paper: Paper): void {
  const page = html`<div class="r" lang="zh-CN">${paperSheet(paper)}</div>`;
  void printAlone(`${wordsOfPaper('zh-CN')[paper.kind]} ${paper.docNo}`, page, [...baseStyles, paperStyles]);
}
