import type {PartyView} from './case-file.js';
import {maskCitizenIdStrong, maskMobile, maskName, maskOtherId} from '../people/mask.js';

/** A party as the home gateway keeps it, apart from every log. */
export interface PartyRecord {
  readonly userType: 'person' | 'corp';
  readonly name: string;
  /** 公民身份号码 or another document of a person, 统一社会信用代码 of a firm. */
  readonly idNo: string;
  readonly mobile?: string;
}

/** A party masked for a screen (domain.md §18). A firm's name and credit code are public; a mobile number never is. */
export function partyView({userType, name, idNo, mobile}: PartyRecord): PartyView {
  const phone = mobile === undefined ? {} : {mobile: maskMobile(mobile)};
  if (userType === 'corp') return {userType, name, idNo, ...phone};
  return {userType, name: maskName(name), idNo: maskPersonId(idNo), ...phone};
}

/** Passports and the like have a rule of their own. */
function maskPersonId(idNo: string): string {
  return /^\d{17}[\dXx]$/.test(idNo) ? maskCitizenIdStrong(idNo) : maskOtherId(idNo);
}
