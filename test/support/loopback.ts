import {Agent, fetch as undiciFetch} from 'undici';

const agent = new Agent({
  connect: {lookup: (_name, options, done) => (options.all ? done(null, [{address: '127.0.0.1', family: 4}]) : done(null, '127.0.0.1', 4))},
  keepAliveTimeout: 1_000,
});

/** `fetch` for the names below localhost, which Node does not know by itself. */
export const loopback = ((url: string, init?: object) => undiciFetch(url, {...init, dispatcher: agent} as never)) as unknown as typeof fetch;
