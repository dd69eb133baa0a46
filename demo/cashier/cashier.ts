import type {IncomingMessage, ServerResponse} from 'node:http';
import {randomBytes} from 'node:crypto';
import {localDateOf} from '@tongban/domain/time/civil-date.js';
import {createRemoteJWKSet, customFetch, importJWK, jwtVerify, SignJWT, type JWK} from 'jose';
import {cashierPage, stylePolicy} from './page.js';
import {openOrders, type Order} from './orders.js';

export interface DemoCashierOptions {
  /** `http://pay.localhost:8080` */
  readonly origin: string;
  /** Gateways it takes orders from. */
  readonly merchants: readonly string[];
  readonly fetch: typeof fetch;
  readonly now: () => Date;
  /** Where its books are kept; in memory without it. */
  readonly file?: string;
}

export interface DemoCashier {
  handle(request: IncomingMessage, response: ServerResponse): Promise<void>;
  close(): void;
}

const RETRY_MS = 2_000;

/**
 * A payment platform for the demo: it speaks the protocol of docs/payments.md over the wire, and pays whatever somebody confirms.
 * A gateway is told by a signed notice, again and again until it has taken it; the browser is only sent back.
 */
export async function demoCashier({origin, merchants, fetch, now, file}: DemoCashierOptions): Promise<DemoCashier> {
  const orders = await openOrders(file);
  const key = await importJWK(orders.key, 'ES256');
  const {d: _secret, ...publicKey} = orders.key;
  const keysOf = new Map(merchants.map((merchant) => [merchant, createRemoteJWKSet(new URL('/v1/keys?own=1', merchant), {[customFetch]: (url, init) => fetch(url, init)})]));
  const timer = setInterval(() => void tellAll(), RETRY_MS);
  timer.unref();

  const notice = ({merchant, orderNo, billNo, fen, state, paidOn}: Order) =>
    new SignJWT({orderNo, state, ...(state === 'paid' && {billNo, fen, paidOn})})
      .setProtectedHeader({alg: 'ES256', kid: 'demo-cashier', typ: 'tongban-payment-notice'})
      .setIssuer(origin)
      .setAudience(merchant)
      .setIssuedAt()
      .sign(key);

  async function tell(order: Order): Promise<void> {
    const body = JSON.stringify({notice: await notice(order)});
    const answer = await fetch(order.notifyUrl, {method: 'POST', headers: {'content-type': 'application/json'}, body}).catch(() => undefined);
    if (answer?.ok) orders.put({...order, isTold: true});
  }

  async function tellAll(): Promise<void> {
    for (const order of orders.all()) if (order.state !== 'open' && !order.isTold) await tell(order);
  }

  async function take(body: string): Promise<object> {
    const merchant = merchants.find((each) => issuerIn(body) === each);
    const keys = merchant && keysOf.get(merchant);
    if (!merchant || !keys) throw new Error('not a merchant');
    const {payload} = await jwtVerify(body, keys, {issuer: merchant, audience: origin, typ: 'tongban-payment-order', algorithms: ['ES256'], maxTokenAge: 120});
    const {orderNo, fen, subject, notifyUrl, returnUrl, expiresAt} = payload as unknown as Order;
    if (new URL(notifyUrl).origin !== merchant || !Number.isInteger(fen) || fen <= 0) throw new Error('not an order');
    const known = orders.find(orderNo);
    const order: Order = known ?? {orderNo, billNo: `demo-${randomBytes(8).toString('hex')}`, merchant, fen, subject, notifyUrl, returnUrl, expiresAt, state: 'open'};
    if (!known) orders.put(order);
    return {billNo: order.billNo, payUrl: `${origin}/pay/${orderNo}`};
  }

  function settle(order: Order, wish: string): Order {
    if (order.state !== 'open' || (wish !== 'pay' && wish !== 'cancel')) return order;
    const isLate = Date.now() / 1000 > order.expiresAt;
    const settled: Order = wish === 'pay' && !isLate ? {...order, state: 'paid', paidOn: localDateOf(now().toISOString())} : {...order, state: 'closed'};
    orders.put(settled);
    return settled;
  }

  const json = (response: ServerResponse, status: number, body: object) => void response.writeHead(status, {'content-type': 'application/json', 'cache-control': 'no-store'}).end(JSON.stringify(body));

  return {
    async handle(request, response) {
      const {pathname} = new URL(request.url ?? '/', origin);
      const orderNo = /^\/(?:pay|v1\/orders)\/(\w{32})$/.exec(pathname)?.[1];
      const order = orderNo === undefined ? undefined : orders.find(orderNo);
      if (pathname === '/keys') return json(response, 200, {keys: [publicKey satisfies JWK]});
      if (pathname === '/v1/orders' && request.method === 'POST') {
        const opened = await take(await textOf(request)).catch(() => undefined);
        return json(response, opened ? 201 : 400, opened ?? {});
      }
      if (!order) return void response.writeHead(404).end();
      if (pathname.startsWith('/v1/')) return json(response, 200, {notice: await notice(order)});
      if (request.method !== 'POST') {
        response.writeHead(200, {'content-type': 'text/html; charset=utf-8', 'content-security-policy': stylePolicy, 'cache-control': 'no-store'}).end(cashierPage(order));
        return;
      }
      const settled = settle(order, new URLSearchParams(await textOf(request)).get('do') ?? '');
      if (settled.state !== 'open' && !settled.isTold) await tell(settled);
      response.writeHead(303, {location: order.returnUrl, 'cache-control': 'no-store'}).end();
    },
    close: () => clearInterval(timer),
  };
}

async function textOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) {
    parts.push(part as Buffer);
    if (parts.reduce((sum, {length}) => sum + length, 0) > 16_384) throw new Error('too much');
  }
  return Buffer.concat(parts).toString('utf8');
}

/** Who says they signed it: only chooses whose keys to check with. */
function issuerIn(jws: string): unknown {
  try {
    return (JSON.parse(Buffer.from(jws.split('.')[1] ?? '', 'base64url').toString('utf8')) as {iss?: unknown}).iss;
  } catch {
    return undefined;
  }
}
