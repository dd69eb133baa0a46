import {existsSync, readFileSync, renameSync, writeFileSync} from 'node:fs';
import {exportJWK, generateKeyPair, type JWK} from 'jose';

export interface Order {
  readonly orderNo: string;
  readonly billNo: string;
  /** Gateway that ordered. */
  readonly merchant: string;
  readonly fen: number;
  readonly subject: string;
  readonly notifyUrl: string;
  readonly returnUrl: string;
  /** Seconds since 1970. */
  readonly expiresAt: number;
  readonly state: 'open' | 'paid' | 'closed';
  readonly paidOn?: string;
  /** Whether the gateway has taken the notice. */
  readonly isTold?: boolean;
}

export interface Orders {
  readonly key: JWK;
  all(): Order[];
  find(orderNo: string): Order | undefined;
  put(order: Order): void;
}

/** The demo cashier's books, in one file, or in memory without one. */
export async function openOrders(file: string | undefined): Promise<Orders> {
  const kept = file !== undefined && existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as {key: JWK; orders: Order[]}) : undefined;
  const key = kept?.key ?? (await newKey());
  const orders = new Map((kept?.orders ?? []).map((order) => [order.orderNo, order]));
  const write = () => {
    if (file === undefined) return;
    writeFileSync(`${file}.new`, JSON.stringify({key, orders: [...orders.values()]}), {mode: 0o600});
    renameSync(`${file}.new`, file);
  };
  write();
  return {
    key,
    all: () => [...orders.values()],
    find: (orderNo) => orders.get(orderNo),
    put(order) {
      orders.set(order.orderNo, order);
      write();
    },
  };
}

async function newKey(): Promise<JWK> {
  const {privateKey} = await generateKeyPair('ES256', {extractable: true});
  return {...(await exportJWK(privateKey)), alg: 'ES256', use: 'sig', kid: 'demo-cashier'};
}
