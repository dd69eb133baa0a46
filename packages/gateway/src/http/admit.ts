import {TbError} from '@tongban/domain/errors.js';
import type {Caller} from '@tongban/gateway-api/route.js';
import type {Principal} from '../identity/principal.js';

const kinds: Record<Exclude<Caller, 'anyone'>, readonly Principal['kind'][]> = {
  applicant: ['person'],
  staff: ['staff'],
  signedIn: ['person', 'staff'],
  gateway: ['gateway'],
};

/** @throws TbError TB_SIGN_IN_REQUIRED, TB_FORBIDDEN */
export function requireCaller(caller: Caller, principal: Principal | undefined): void {
  if (caller === 'anyone') return;
  if (principal === undefined) throw new TbError('TB_SIGN_IN_REQUIRED');
  if (!kinds[caller].includes(principal.kind)) throw new TbError('TB_FORBIDDEN');
}
