import {TbError} from '@tongban/domain/errors.js';
import type {PaymentsPort} from '@tongban/domain/portal.js';
import type {PortUse} from './fixture-portal.js';

/** Leads to a cashier that is not there; what is due is what the case says. */
export function fixturePayments({world}: PortUse): PaymentsPort {
  return {
    async begin(caseNo) {
      const fee = world.cases.find((file) => file.caseNo === caseNo)?.fee;
      if (fee?.state === 'open') throw new TbError('TB_FEE_NOT_FIXED');
      if (fee?.state !== 'due' || fee.dueFen === undefined) throw new TbError('TB_FEE_SETTLED');
      return {billNo: 'demo-1', url: 'https://pay.example/pay/demo-1', fen: fee.dueFen};
    },
  };
}
