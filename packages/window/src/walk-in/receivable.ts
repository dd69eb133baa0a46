import type {Agreement} from '@tongban/domain/agreements/agreement.js';
import {powerFor, type PowerMiss} from '@tongban/domain/agreements/agreements.js';
import type {Mode} from '@tongban/domain/guide/mode.js';
import type {StaffView} from '@tongban/domain/people/person.js';
import type {LocalDate} from '@tongban/domain/primitives.js';
import {isWithin} from '@tongban/domain/regions/region-within.js';
import type {ItemHead} from '@tongban/domain/guide/service-item.js';

/** Why a window cannot take an item in. */
export type WhyNot = PowerMiss | 'guide' | 'mode' | 'role' | 'online';

export type Receivable = {readonly ok: true; readonly mode: Mode; readonly agreement?: Agreement} | {readonly ok: false; readonly why: WhyNot};

/**
 * Whether this clerk may take in this item, and how (domain.md §8.2): an item of the own province by its own power, another's
 * directly where there is no place limit, else jointly or as an agent where an agreement in force gives 收件受理.
 */
export function receivable(item: ItemHead, {staff, agreements, on}: {staff: StaffView; agreements: readonly Agreement[]; on: LocalDate}): Receivable {
  const {modes, region, hasGuide} = item;
  if (!staff.roles.includes('receiver')) return no('role');
  if (!hasGuide) return no('guide');
  if (isWithin(staff.region, region)) return modes.length === 0 ? no('mode') : {ok: true, mode: modes.includes('agent') ? 'agent' : modes[0]!};
  if (modes.includes('direct')) return {ok: true, mode: 'direct'};
  const kinds = (['joint', 'agent'] as const).filter((kind) => modes.includes(kind));
  if (kinds.length === 0) return no(modes.includes('online') ? 'online' : 'mode');
  const wish = {power: 'receive', catalogCode: catalogCodeOf(item), windowRegion: staff.region, homeRegion: region, on} as const;
  const answers = kinds.map((kind) => ({kind, answer: powerFor(agreements, {...wish, kind})}));
  for (const {kind, answer} of answers) if (answer.ok) return {ok: true, mode: kind, agreement: answer.agreement};
  const nearest = answers.map(({answer}) => (answer.ok ? undefined : answer.why)).sort((a, b) => rank(b) - rank(a))[0];
  return no(nearest ?? 'agreement');
}

/** Misses from the farthest to the nearest: the nearest says most. */
const rank = (why: PowerMiss | undefined): number => (why === undefined ? -1 : ['agreement', 'item', 'date', 'power'].indexOf(why));

/** The twelve digits by which agreements name items: listed, else as they stand in a national code. */
const catalogCodeOf = ({catalogCode, taskCode}: ItemHead): string => catalogCode ?? taskCode.slice(19, 31);

const no = (why: WhyNot): Receivable => ({ok: false, why});
