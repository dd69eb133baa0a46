import {lookup as systemLookup} from 'node:dns';
import {Agent, fetch as undiciFetch} from 'undici';

/**
 * `fetch` that also finds the names below `localhost`, which browsers know and Node's resolver does not. For demos, tests and
 * benches, where every gateway stands on one machine.
 */
export function loopbackFetch(): typeof fetch {
  const agent = new Agent({connect: {lookup}, keepAliveTimeout: 1_000});
  return ((url: string, init?: object) => undiciFetch(url, {...init, dispatcher: agent})) as unknown as typeof fetch;
}

type Lookup = typeof systemLookup;

const lookup = ((name: string, options: {all?: boolean}, done: (error: Error | null, address: unknown, family?: number) => void) => {
  if (!name.endsWith('.localhost')) return void systemLookup(name, options as never, done as never);
  if (options.all) done(null, [{address: '127.0.0.1', family: 4}]);
  else done(null, '127.0.0.1', 4);
}) as unknown as Lookup;
