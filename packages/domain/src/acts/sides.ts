import type {Actor, StaffActor} from './actor.js';
import type {Agreement} from '../agreements/agreement.js';
import {powerFor} from '../agreements/agreements.js';
import type {Case} from '../case/case.js';
import type {Action, Payload} from '../case/command.js';
import type {ErrorCode} from '../errors.js';
import type {LocalDate, Region6} from '../primitives.js';
import {isWithin} from '../regions/region-within.js';
import {transitions} from './transitions.js';

/** Whose power an act rests on. */
export type Standing =
  | {readonly side: 'party' | 'system' | 'home' | 'part'}
  | {readonly side: 'window'; readonly agreement: Agreement};

export type StandingOrNot = {readonly ok: true; readonly standing: Standing} | {readonly ok: false; readonly code: ErrorCode; readonly why: string};

/** The region whose office decides: the window's own in direct mode (直接通办), else the item's. */
export function decidingRegion({mode, homeRegion, windowRegion}: Pick<Case, 'mode' | 'homeRegion' | 'windowRegion'>): Region6 {
  return mode === 'direct' && windowRegion !== undefined ? windowRegion : homeRegion;
}

/**
 * Whether this actor may do this action on this case at all, by person, role and power. States and guards are not looked at.
 *
 * Codes: TB_FORBIDDEN for a stranger, TB_ROLE_MISSING for the wrong job, TB_POWER_MISSING where no agreement in force gives the
 * window the power.
 */
export function standingOf(file: Case, action: Action, actor: Actor, of: {agreements: readonly Agreement[]; on: LocalDate; part?: string}): StandingOrNot {
  const {who = [], staff} = transitions[action];
  if (actor.kind !== 'staff') {
    if (!who.includes(actor.kind)) return no('TB_FORBIDDEN', 'actor');
    if (actor.kind === 'system') return yes({side: 'system'});
    // Whether an agent's delegation is in force is a guard's question: there the date and the chain are at hand.
    return actor.kind === 'agent' || actor.id === file.partyId ? yes({side: 'party'}) : no('TB_FORBIDDEN', 'party');
  }
  if (!staff?.roles.some((role) => actor.roles.includes(role))) return no('TB_ROLE_MISSING', 'role');
  if (staff.home && isWithin(actor.region, decidingRegion(file))) return yes({side: 'home'});
  if (staff.part && holdsPart(file, actor, of.part)) return yes({side: 'part'});
  if (!staff.window) return no('TB_POWER_MISSING', 'home');
  const {power, modes = ['agent', 'joint']} = staff.window;
  if (!modes.includes(file.mode)) return no('TB_POWER_MISSING', 'mode');
  if (!isAtWindow(file, actor)) return no('TB_POWER_MISSING', 'window');
  const given = powerFor(of.agreements, {
    kind: file.mode === 'joint' ? 'joint' : 'agent',
    power,
    catalogCode: file.catalogCode,
    windowRegion: actor.region,
    homeRegion: file.homeRegion,
    on: of.on,
  });
  return given.ok ? yes({side: 'window', agreement: given.agreement}) : no('TB_POWER_MISSING', given.why);
}

/** The part a payload names. */
export function partIn(payload: Payload<Action>): string | undefined {
  return 'part' in payload ? payload.part : undefined;
}

/** Until somebody has received it, an application may be brought to any window with the power; then it stays with that one. */
function isAtWindow({heldBy, windowRegion}: Case, {region}: StaffActor): boolean {
  return heldBy === undefined || (windowRegion !== undefined && isWithin(region, windowRegion));
}

/** Without a named part, staff of any part's region may stand here: the guards ask which part it is. */
function holdsPart({parts}: Case, {region}: StaffActor, named?: string): boolean {
  return parts.some(({part, region: area}) => (named === undefined || part === named) && isWithin(region, area));
}

const yes = (standing: Standing): StandingOrNot => ({ok: true, standing});
const no = (code: ErrorCode, why: string): StandingOrNot => ({ok: false, code, why});
