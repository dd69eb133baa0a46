import type {CaseSummary} from '@tongban/domain/case/case-file.js';
import {isTerminal} from '@tongban/domain/case/case-state.js';
import {isWithin} from '@tongban/domain/regions/region-within.js';

/** The trays of the inbox, in the order a case goes through them. */
export const trays = ['toReceive', 'toForward', 'toSign', 'toCorrect', 'toAccept', 'toDecide', 'toDeliver', 'done'] as const;
export type Tray = (typeof trays)[number];

/** Which tray a case lies in: 待收件 … 已办结. */
export function trayOf(row: Pick<CaseSummary, 'state' | 'mode' | 'windowRegion' | 'homeRegion'>): Tray {
  const {state} = row;
  if (isTerminal(state)) return 'done';
  switch (state) {
    case 'forwarding':
      return 'toSign';
    case 'supplement':
      return 'toCorrect';
    case 'received':
      return needsForwarding(row) ? 'toForward' : 'toAccept';
    case 'atHome':
      return 'toAccept';
    case 'accepted':
    case 'reviewing':
    case 'suspended':
      return 'toDecide';
    case 'decided':
    case 'making':
    case 'delivering':
      return 'toDeliver';
    default:
      return 'toReceive';
  }
}

/** Who has to do something next. */
export type StepOwner = 'applicant' | 'window' | 'home' | 'nobody';

export function stepOwnerOf(row: Pick<CaseSummary, 'state' | 'mode' | 'windowRegion' | 'homeRegion'>): StepOwner {
  const {state} = row;
  if (isTerminal(state)) return 'nobody';
  if (state === 'returned' || state === 'supplement') return 'applicant';
  const isWindows = state === 'submitted' || state === 'prechecking' || state === 'received' || state === 'delivering';
  return isWindows && needsForwarding(row) ? 'window' : 'home';
}

/** 收受分离: another region's window collects, home decides. */
function needsForwarding({mode, windowRegion, homeRegion}: Pick<CaseSummary, 'mode' | 'windowRegion' | 'homeRegion'>): boolean {
  return mode === 'agent' && windowRegion !== undefined && !isWithin(windowRegion, homeRegion);
}
