import {TbError} from '@tongban/domain/errors.js';
import {homeOfNumber} from '../cases/find-home.js';
import type {Handlers} from '../http/call.js';
import type {Peers} from '../peers/peers.js';
import type {Payments} from './payments.js';

export interface PaymentHandlerParts {
  readonly payments: Payments;
  readonly peers: Peers;
  /** Pages a payer may come back to. */
  readonly pageOrigins: readonly string[];
  /** The page that shows how a case stands, for who names none. */
  readonly progressUrl: (caseNo: string) => string;
}

/** A fee is paid where the case is at home; from elsewhere the wish is passed on, and the cashier tells the home. */
export function paymentHandlers({payments, peers, pageOrigins, progressUrl}: PaymentHandlerParts): Pick<Handlers, 'beginPayment' | 'paymentNotice'> {
  /** @throws TB_ORIGIN_FOREIGN: the cashier must not be made to send a person anywhere */
  function requireOwnPage(url: string): void {
    const origin = URL.canParse(url) ? new URL(url).origin : '';
    if (!pageOrigins.includes(origin)) throw new TbError('TB_ORIGIN_FOREIGN');
  }

  return {
    async beginPayment({params: {caseNo}, body, caller, isRelayed}) {
      const returnTo = body.returnTo ?? progressUrl(caseNo);
      if (!isRelayed && body.returnTo !== undefined) requireOwnPage(returnTo); // Of a peer's pages the peer has judged.
      const home = homeOfNumber(caseNo) ?? peers.own;
      if (home !== peers.own && isRelayed) throw new TbError('TB_NOT_FOUND');
      if (home !== peers.own) return peers.call(home, 'beginPayment', {params: {caseNo}, body: {returnTo}}, caller);
      return payments.begin(caseNo, returnTo, caller);
    },
    async paymentNotice({body: {notice}}) {
      await payments.take(notice);
      return {taken: true};
    },
  };
}
