import {signIn, type SignedIn} from '../../support/sign-in.js';
import {exchange, type Answer} from './exchange.js';
import {REGION} from './order.js';
import type {Province} from './province.js';

/** Somebody signed in, with a key, a token and an address of their own. */
export interface Client {
  /** Signs a request and sends it to one of the province's processes; the time is without the signing. */
  send(request: {method: string; path: string; headers?: Readonly<Record<string, string>>; body?: string | Uint8Array}, port?: number): Promise<Answer>;
  /** Headers for a request that is sent another way. */
  headersFor(method: string, path: string): Promise<Record<string, string>>;
}

/** Signs the whole crowd in, eight at a time. */
export async function signInAll(province: Province, who: {applicants: number} | {clerks: number}): Promise<Client[]> {
  const isStaff = 'clerks' in who;
  const count = isStaff ? who.clerks : who.applicants;
  const clients: Client[] = [];
  let next = 0;
  const door = async () => {
    for (let at = next++; at < count; at = next++) {
      const name = isStaff ? {staff: `SH3100-B${at}`, page: province.window} : {person: `sh-bench-${at}`, home: REGION, page: province.page};
      clients[at] = client(await signIn({gateway: province.origin, ...name}), province, at);
    }
  };
  await Promise.all(Array.from({length: 8}, door));
  return clients;
}

function client({session}: SignedIn, {origin, ports}: Province, at: number): Client {
  const address = `10.${at >> 16}.${(at >> 8) & 255}.${at & 255}`;
  const headersFor = async (method: string, path: string) => ({...(await session.sign({method, url: origin + path})), 'x-forwarded-for': address, accept: 'application/json, application/problem+json'});
  return {
    headersFor,
    async send({method, path, headers, body}, port = ports[0]!) {
      return exchange(port, {method, url: origin + path, headers: {...(await headersFor(method, path)), ...headers}, ...(body !== undefined && {body})});
    },
  };
}
