import type {IncomingMessage, ServerResponse} from 'node:http';
import {codeOf, errors, sentenceOf, TbError} from '@tongban/domain/errors.js';
import {html, langOf, page, sendPage} from './page.js';
import {readForm} from './read-form.js';

/** One of our own addresses below the provider's. */
export interface IdentityRoute {
  /** Path, whole. `/*` at the end takes what lies below it. */
  readonly path: string;
  /** Who reads the answer: a person (a page) or a program (JSON problem). */
  readonly reader: 'person' | 'program';
  /** Origins whose scripts may call it. */
  readonly cors?: readonly string[];
  readonly handle: (request: IncomingMessage, response: ServerResponse, url: URL) => Promise<void>;
}

/** Hears of faults of our own. What it gets may be logged: no addresses, no headers, no bodies. */
export type Report = (fault: {name: string; stack?: string}) => void;

/** Unless told otherwise, faults go where a process' errors go. */
export const reportToConsole: Report = ({name, stack}) => console.error(`Signing in failed: ${name}\n${stack ?? ''}`);

/** @returns the answer under way, or undefined when no route has this path */
export function routeRequest(routes: readonly IdentityRoute[], request: IncomingMessage, response: ServerResponse, report: Report): Promise<void> | undefined {
  const url = new URL(request.url ?? '/', 'http://gateway');
  const route = routes.find(({path}) => (path.endsWith('/*') ? url.pathname.startsWith(path.slice(0, -1)) : path === url.pathname));
  if (!route) return undefined;
  if (route.cors && answerCors(route.cors, request, response)) return Promise.resolve();
  return route.handle(request, response, url).catch((error: unknown) => {
    if (codeOf(error) === 'TB_INTERNAL' && !isGone(error)) report(faultOf(error));
    fail(route, request, response, error);
  });
}

/** @returns whether the request was a preflight and is answered */
function answerCors(origins: readonly string[], request: IncomingMessage, response: ServerResponse): boolean {
  const {origin} = request.headers;
  response.setHeader('vary', 'origin');
  if (origin !== undefined && origins.includes(origin)) {
    response.setHeader('access-control-allow-origin', origin);
    response.setHeader('access-control-allow-headers', 'authorization, dpop');
    response.setHeader('access-control-allow-methods', 'POST');
    response.setHeader('access-control-max-age', '3600');
  }
  if (request.method !== 'OPTIONS') return false;
  response.writeHead(204).end();
  return true;
}

function fail({reader}: IdentityRoute, request: IncomingMessage, response: ServerResponse, error: unknown): void {
  const known = error instanceof TbError ? error : isGone(error) ? new TbError('TB_SIGN_IN_FAILED', {cause: error}) : error;
  const code = codeOf(known);
  const {status, zh} = errors[code];
  if (response.headersSent) {
    response.destroy();
  } else if (reader === 'program') {
    const problem = {type: `urn:tongban:error:${code}`, title: zh, status, code};
    response.writeHead(status, {'content-type': 'application/problem+json', 'cache-control': 'no-store'}).end(JSON.stringify(problem));
  } else {
    const lang = langOf(request.headers['accept-language']);
    sendPage(response, status, page({lang, title: lang === 'zh' ? '登录没有完成' : 'Signing in did not finish', body: html`<p>${sentenceOf(known, lang)}</p>`}));
  }
}

/** The name and the way of a fault. Its message stays behind: it may quote what somebody sent. */
export function faultOf(error: unknown): {name: string; stack?: string} {
  if (!(error instanceof Error)) return {name: typeof error};
  return {name: error.name, stack: error.stack?.split('\n').filter((line) => /^\s+at /.test(line)).join('\n')};
}

/** The provider's word for an interaction that expired or belongs to another browser. */
const isGone = (error: unknown) => error instanceof Error && error.name === 'SessionNotFound';

/** A route that takes a signed notice in a form and answers nothing. */
export const noticeRoute = (path: string, take: (token: string) => Promise<void>): IdentityRoute => ({
  path,
  reader: 'program',
  async handle(request, response) {
    if (request.method !== 'POST') throw new TbError('TB_NOT_FOUND');
    await take((await readForm(request)).get('logout_token') ?? '');
    response.writeHead(204, {'cache-control': 'no-store'}).end();
  },
});
