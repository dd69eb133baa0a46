import {baseStyles} from '@tongban/base/base-styles.js';
import {printAlone} from '@tongban/base/print-alone.js';
import {localDateOf} from '@tongban/domain/time/civil-date.js';
import type {Draft} from '@tongban/domain/case/draft.js';
import type {Portal} from '@tongban/domain/portal.js';
import {html} from 'lit';
import {dateWords, timeOfDay} from '../date-words.js';
import {printPaper} from '../paper-view/paper-view.js';

/** Prints the 申报回执: the office's own paper where it can be had, else what the receipt on this device says. */
export async function printReceipt(portal: Portal, {receipt, itemName}: Draft): Promise<void> {
  if (!receipt) return;
  const {caseNo, shortCode, at, papers} = receipt;
  const ref = papers.find(({kind}) => kind === 'filingReceipt' || kind === 'supplementReceipt');
  const paper = ref && (await portal.cases.paper(caseNo, ref.docNo).catch(() => undefined));
  if (paper) return printPaper(paper.value);
  const lines = [`办件编号：${caseNo}`, `查询短码：${shortCode}`, `事项名称：${itemName}`, `提交时间：${dateWords(localDateOf(at), 'zh-CN')} ${timeOfDay(at)}`];
  void printAlone(`申报回执 ${shortCode}`, html`<div class="r" lang="zh-CN"><h2>申报回执</h2>${lines.map((line) => html`<p>${line}</p>`)}</div>`, baseStyles);
}
