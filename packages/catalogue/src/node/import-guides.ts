import {namedOptions} from '@tongban/domain/guide/when.js';
import {Guide} from '@tongban/domain/guide/guide.js';
import type {ServiceItem} from '@tongban/domain/guide/service-item.js';
import {editionIn, type Editions} from './editions.js';
import {deltasOf} from './guide-deltas.js';
import {feeOf, fieldsOf, materialOf, resultOf, stepOf} from './guide-parts.js';
import {keywordsOf} from './keywords.js';
import {pinyinOf} from './pinyin.js';
import {readable} from './readable.js';
import {readRows, type RowsRead} from './read-rows.js';
import type {ReportFault} from './row-fault.js';
import {SourceGuide} from './source-guide.js';

/** What the demo adds to every guide, so that nobody takes it for the source's. */
const ADDED = ['taskCode', 'catalogCode', 'dept.code', 'effective', 'minLoa', 'phones', 'projectType'];

/** The guides of `rows`, each as the publisher's edition with the differences of all provinces. */
export function importGuides(rows: readonly unknown[], editions: Editions): RowsRead<Guide> {
  return readRows(rows, {
    from: SourceGuide,
    to: Guide,
    key: ({taskCode}) => ({field: 'id', value: taskCode}),
    convert: (source: SourceGuide, report) => guideOf(source, editions, report),
  });
}

function guideOf(source: SourceGuide, editions: Editions, report: ReportFault): Guide {
  const entry = editions.guides[source.id];
  if (!entry) {
    report('id', 'TB_ITEM_UNKNOWN', {zh: '编码表里没有这份指南。', en: 'The editions file does not name this guide.'});
    return {} as Guide;
  }
  checkWhens(source, report);
  const {cross, limits} = source;
  const isInstant = limits.promised.unit === 'instant' || limits.promised.unit === 'onSpot';

  return {
    ...editionIn(editions, source.id, editions.publisher),
    catalogCode: entry.catalogCode,
    version: editions.version,
    effective: editions.effective,
    region: editions.publisher,
    name: source.name,
    plainName: source.plainName ?? undefined,
    keywords: keywordsOf({name: source.name, themes: source.theme, more: entry.keywords}),
    itemType: source.itemType,
    projectType: isInstant ? 1 : 2,
    themes: source.theme,
    serviceObjects: source.serviceObjects,
    legal: limits.legal,
    promised: entry.promised?.common ?? limits.promised,
    onsite: {times: source.onsiteTimes, reason: source.onsiteReason ?? undefined},
    handleForms: source.handleForms,
    onlineDepth: source.onlineDepth,
    payOnline: source.fee.charged ? true : undefined,
    offers: {appointment: source.appointment, courier: source.express, terminal: source.terminal},
    minLoa: entry.minLoa,
    modes: cross.modes,
    primaryMode: cross.primaryMode,
    applyAt: cross.applyAt ?? undefined,
    decideAt: cross.decideAt ?? undefined,
    acceptConditions: source.acceptConditions,
    legalBasis: source.legalBasis.map(({name, article, docNo, gist, confidence}) => ({
      name,
      article: article === '—' ? undefined : (article ?? undefined),
      docNo: docNo ?? undefined,
      gist: gist ?? undefined,
      confidence: confidence ?? undefined,
    })),
    situations: source.situations,
    materials: source.materials.map(materialOf),
    fields: source.fields.flatMap((field, at) => fieldsOf(field, at, report)),
    fees: source.fee.items.map(feeOf),
    steps: source.steps.map(stepOf),
    results: source.results.map(resultOf),
    faq: source.faq.map(({q, a}) => ({question: q, answer: readable(a)})),
    deltas: deltasOf(source, editions),
    provenance: {
      confidence: source.memory.length > 0 ? 'memory' : 'found',
      sources: source.sources.map(readable),
      memory: [
        ...source.memory,
        ...ADDED.map((name) => `illustrative: ${name}`),
        ...(source.fee.charged ? ['illustrative: payOnline'] : []),
      ],
    },
  };
}

/** A condition over a question that is not asked would leave its material "maybe" for ever. */
function checkWhens(source: SourceGuide, report: ReportFault): void {
  const options = new Map(source.situations.map(({id, options}) => [id, new Set(options.map((option) => option.id))]));
  const conditions = [
    ...source.materials.map(({when}, at) => ({when, at: `materials.${at}.when`})),
    ...source.fields.map(({when}, at) => ({when, at: `fields.${at}.when`})),
    ...source.fee.items.map(({when}, at) => ({when, at: `fee.items.${at}.when`})),
    ...source.situations.map(({showIf = null}, at) => ({when: showIf, at: `situations.${at}.showIf`})),
  ];
  for (const {when, at} of conditions) {
    if (namedOptions(when).some(({q, is}) => !options.get(q)?.has(is))) report(at, 'TB_WHEN_UNKNOWN');
  }
}

/** Each province's edition of each guide as a row of its item list. */
export function itemsOfGuides(guides: readonly Guide[]): ServiceItem[] {
  return guides.flatMap((guide) =>
    guide.deltas.map((delta) => {
      const name = delta.name ?? guide.name;
      return {
        taskCode: delta.taskCode ?? guide.taskCode,
        catalogCode: guide.catalogCode,
        region: delta.region,
        name,
        plainName: guide.plainName,
        keywords: guide.keywords,
        pinyin: pinyinOf(name, guide.plainName),
        itemType: delta.itemType ?? guide.itemType,
        dept: delta.dept?.name ?? guide.dept.name,
        themes: guide.themes,
        serviceObjects: guide.serviceObjects,
        modes: guide.modes,
        hasGuide: true,
        source: 'guides',
        confidence: guide.provenance.confidence,
      };
    }),
  );
}
