import {TbError} from '@tongban/domain/errors.js';
import {createRemoteJWKSet, customFetch, jwtVerify} from 'jose';
import * as v from 'valibot';
import {PaymentNotice, type OpenCashier} from './cashier.js';

const ANSWER_WITHIN_MS = 5_000;
const ORDER_SECONDS = 60;
const NOTICE_TYPE = 'tongban-payment-notice';

const Opened = v.object({billNo: v.string(), payUrl: v.string()});
const Asked = v.object({notice: v.pipe(v.string(), v.maxLength(4000))});

/**
 * A cashier that speaks JSON over HTTP and signs what it says (docs/payments.md): `POST /v1/orders` with an order signed by the
 * gateway, `GET /v1/orders/{orderNo}`, its keys at `/keys`.
 *
 * @param origin of the cashier; also the only origin it may send a payer to
 */
export function httpCashier(origin: string): OpenCashier {
  return ({self, fetch, sign}) => {
    const keys = createRemoteJWKSet(new URL('/keys', origin), {[customFetch]: (url, options) => fetch(url, options), timeoutDuration: ANSWER_WITHIN_MS});

    async function reach(path: string, init: RequestInit): Promise<Response> {
      try {
        return await fetch(`${origin}${path}`, {...init, redirect: 'error', signal: AbortSignal.timeout(ANSWER_WITHIN_MS)});
      } catch (cause) {
        throw new TbError('TB_PAYMENT_CASHIER', {cause});
      }
    }

    async function read(notice: string): Promise<PaymentNotice> {
      try {
        const {payload} = await jwtVerify(notice, keys, {issuer: origin, audience: self, typ: NOTICE_TYPE, algorithms: ['ES256'], requiredClaims: ['iat']});
        return v.parse(PaymentNotice, payload);
      } catch (cause) {
        throw new TbError('TB_PAYMENT_NOTICE', {cause});
      }
    }

    return {
      read,
      async open(order) {
        const now = Math.floor(Date.now() / 1000);
        const body = await sign('tongban-payment-order', {...order, iss: self, aud: origin, iat: now, exp: now + ORDER_SECONDS});
        const answer = await reach('/v1/orders', {method: 'POST', headers: {'content-type': 'application/jose'}, body});
        return answerOf(Opened, answer, ({payUrl}) => isAt(origin, payUrl));
      },
      async ask(orderNo) {
        const answer = await reach(`/v1/orders/${encodeURIComponent(orderNo)}`, {});
        if (answer.status === 404) return undefined;
        const {notice} = await answerOf(Asked, answer);
        const said = await read(notice);
        if (said.orderNo !== orderNo) throw new TbError('TB_PAYMENT_NOTICE', {details: {why: 'order'}});
        return said;
      },
    };
  };
}

async function answerOf<T>(schema: v.GenericSchema<unknown, T>, response: Response, isRight: (answer: T) => boolean = () => true): Promise<T> {
  const answer = v.safeParse(schema, response.ok ? await response.json().catch(() => undefined) : undefined);
  if (!answer.success || !isRight(answer.output)) throw new TbError('TB_PAYMENT_CASHIER', {details: {status: response.status}});
  return answer.output;
}

function isAt(origin: string, url: string): boolean {
  try {
    return new URL(url).origin === origin;
  } catch {
    return false;
  }
}
