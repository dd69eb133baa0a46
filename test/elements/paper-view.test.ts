import {assert, expect, fixture, html} from '@open-wc/testing';
import {Paper} from '@tongban/domain/papers/paper.js';
import {parse} from '@tongban/domain/parse.js';
import {paperSheet} from '@tongban/elements/paper-view/paper-sheet.js';
import {paperStyles} from '@tongban/elements/paper-view/paper.styles.js';
import {paperText} from '@tongban/elements/paper-view/paper-text.js';
import {paperView, printPaper} from '@tongban/elements/paper-view/paper-view.js';
import {nextPrintout} from '../support/printer.js';

const paper: Paper = parse(Paper, {
  docNo: 'SJ-2026-0001',
  kind: 'intakeReceipt',
  caseNo: '12310000999000080R3002099008000202611230001',
  shortCode: 'K7M2Q9TD',
  itemName: '正常退休提取住房公积金',
  taskCode: '12310000999000080R3002099008000',
  applicant: {name: '*秀兰', idNo: '9****************6'},
  agentName: '*文静',
  materials: [{name: '本人银行卡', state: '已提供', note: '已核对原件'}],
  paragraphs: ['您提交的材料已收到，清单如下。本凭证不代表已受理。'],
  legalBasis: ['《住房公积金管理条例》第二十四条'],
  dueOn: {notBefore: '2027-01-04'},
  office: '苏州市跨省通办专窗',
  issuedAt: '2026-12-30T16:05:00+08:00',
  progressUrl: 'https://www.shanghai.example/progress',
});

describe('a paper', () => {
  it('is accessible', async () => {
    await expect(await fixture(html`<div lang="zh-CN">${paperView({paper, lang: 'zh-CN'})}</div>`)).to.be.accessible();
  });

  it('says in plain text all that it says in print', async () => {
    const sheet = await fixture(html`<div>${paperView({paper, lang: 'zh-CN'})}</div>`);
    const printed = sheet.querySelector('article')?.textContent ?? '';
    const text = paperText(paper);
    for (const fact of [paper.docNo, paper.caseNo, paper.shortCode, paper.itemName, '*文静', '已核对原件', '本凭证不代表已受理', '第二十四条', '不早于2027年1月4日', '2026年12月30日']) {
      assert.include(printed, fact);
      assert.include(text, fact);
    }
    assert.include(text, paper.progressUrl);
  });

  it('goes to the printer alone, with its code, from a frame that has a box and is gone afterwards', async () => {
    const caught = nextPrintout();
    printPaper(paper);
    const {words, codes, box} = await caught;
    assert.include(words, '收件凭证');
    assert.equal(codes, 1);
    assert.equal(box, 1);
    await Promise.resolve();
    await new Promise(requestAnimationFrame);
    assert.isNull(document.querySelector('iframe'));
  });

  it('breaks no number that fits on a line of the sheet', async () => {
    const sheet = await fixture<HTMLElement>(html`<div lang="zh-CN" style="width: 720px"><style>${paperStyles.cssText}</style>${paperSheet({...paper, itemName: '公司变更登记(经营范围、住所、法定代表人)'})}</div>`);
    const lines = (value: Element) => {
      const range = document.createRange();
      range.selectNodeContents(value);
      return new Set([...range.getClientRects()].map(({bottom}) => Math.round(bottom / 8))).size;
    };
    const broken = [...sheet.querySelectorAll('dd')].filter((value) => lines(value) > 1);
    assert.deepEqual(broken.map(({textContent}) => textContent), []);
  });
});
