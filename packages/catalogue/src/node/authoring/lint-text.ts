import {lintGuide, type LintFinding} from '@tongban/domain/guide-lint/guide-lint.js';
import {Guide} from '@tongban/domain/guide/guide.js';
import * as v from 'valibot';
import {sortFaults, type FileFault, type FaultRule} from './file-fault.js';
import {guidesIn, type GuideEntry} from './guide-file.js';
import {parseJsonText, type JsonText, type PathPart} from './json-text.js';
import {shapeFault, type ShapeFault} from './shape-fault.js';
import type {Words} from './words.js';

/** A guide file as it was read: its guides that have the right shape, and all that is wrong. */
export interface LintedText {
  readonly guides: readonly Guide[];
  readonly faults: readonly FileFault[];
}

/**
 * All faults of one file: of the JSON, of the shape, of the rules. A guide of the wrong shape is not held to the rules.
 *
 * @param editions those of the files before, which may not come again; gains those of this file
 */
export function lintText(file: string, source: string, editions = new Set<string>()): LintedText {
  const json = parseJsonText(source);
  const guides: Guide[] = [];
  const faults: FileFault[] = json.faults.map(({at, zh, en}) => ({
    file,
    ...at,
    severity: 'error',
    code: 'TB_GUIDE_INVALID',
    rule: 'json',
    path: '',
    zh,
    en,
  }));

  for (const entry of guidesIn(json)) {
    const place = placeIn(file, json, entry);
    const result = v.safeParse(Guide, entry.value);
    if (!result.success) {
      faults.push(...result.issues.map(shapeFault).map((fault) => place(fault.path, 'shape', fault)));
      continue;
    }
    const guide = result.output;
    const edition = `${guide.taskCode} ${guide.version}`;
    if (editions.has(edition)) faults.push(place(['taskCode'], 'double', DOUBLE));
    editions.add(edition);
    guides.push(guide);
    faults.push(...lintGuide(guide).map((finding) => place(pathOf(finding, guide), finding.rule, finding)));
  }
  return {guides, faults: sortFaults(faults)};
}

const DOUBLE: Words = {
  zh: '同一实施编码、同一版本的指南前面已有一份。',
  en: 'A guide of this code and version stands above already.',
};

type Told = Words & Partial<Pick<LintFinding, 'severity' | 'code'> & Pick<ShapeFault, 'about'>>;

function placeIn(file: string, json: JsonText, {at}: GuideEntry) {
  return (path: readonly PathPart[], rule: FaultRule, {zh, en, severity = 'error', code, about}: Told): FileFault => ({
    file,
    ...json.span([...at, ...path], about),
    severity,
    code: code ?? 'TB_GUIDE_INVALID',
    rule,
    path: path.join('.'),
    zh,
    en,
  });
}

/** A finding names a delta by its region; the file has it by its place in the list. What the delta does not say itself is found at the delta. */
function pathOf({field}: LintFinding, {deltas}: Guide): PathPart[] {
  const parts = field.split('.').map((part) => (/^\d+$/.test(part) ? Number(part) : part));
  if (parts[0] !== 'deltas') return parts;
  const at = deltas.findIndex(({region}) => region === String(parts[1]));
  return ['deltas', Math.max(at, 0), ...parts.slice(2)];
}
