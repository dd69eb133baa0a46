import type {Case, CasePartState} from '../case/case.js';
import type {Guide} from '../guide/guide.js';
import type {PartLimits} from '../agreements/agreement.js';
import type {PartPlan} from './opening.js';
import type {LocalDate} from '../primitives.js';
import type {Clock} from '../time/clocks.js';
import {startClock} from '../time/start-clock.js';
import type {Region6} from '../primitives.js';

type Parts = readonly CasePartState[];

/** The clocks a part starts when its work begins. The law's limit and the promise, each counted for this part alone. */
export function partClocks({legal, promised, part}: PartPlan, day: LocalDate): Clock[] {
  const limits = [['legal', legal], ['promised', promised]] as const;
  return limits.flatMap(([kind, limit]) => (limit ? [{...startClock(kind, day, limit), part}] : []));
}

/** Parts with one of them in another state. */
export function withPart(parts: Parts, name: string, state: CasePartState['state']): Parts {
  return parts.map((part) => (part.part === name ? {...part, state} : part));
}

/** Stops whatever waits, directly or through others, for a refused part. The rest goes on. */
export function stopBehind(parts: Parts, refused: string): Parts {
  const behind = parts.filter(({after, state}) => state === 'waiting' && after.includes(refused));
  return behind.reduce<Parts>((rest, {part}) => stopBehind(withPart(rest, part, 'stopped'), part), parts);
}

/**
 * The parts of a joint case where nobody has laid down others: the place of the window verifies and decides its part, then passes
 * materials and result to the partner (domain.md §8.2).
 */
export function partsOf(guide: Pick<Guide, 'steps'>, {mode, homeRegion, windowRegion}: Pick<Case, 'mode' | 'homeRegion' | 'windowRegion'>, limits?: PartLimits): PartPlan[] {
  if (mode !== 'joint' || windowRegion === undefined) return [];
  const named = (actor: 'local' | 'partner', otherwise: string) => {
    const names = guide.steps.filter((step) => step.actor === actor).map(({name}) => name);
    return (names.join('、') || otherwise).slice(0, 100);
  };
  const local: Region6 = windowRegion;
  return [
    {part: 'local', name: named('local', '受理地办理'), region: local, after: [], ...limits?.local},
    {part: 'partner', name: named('partner', '属地办理'), region: homeRegion, after: ['local'], ...limits?.partner},
  ];
}
