import {codeOf} from '@tongban/domain/errors.js';
import type {FastifyServerOptions} from 'fastify';

export interface LogConfig {
  readonly level: 'debug' | 'info' | 'warn' | 'error';
  /** One JSON line at a time; default: standard output. */
  readonly write?: (line: string) => void;
}

/**
 * Logs say which route, which code, how long: no query, no header, no body, no address, no name. An error is its code and the
 * places it passed; its message may quote what was sent.
 */
export function logging(config: LogConfig | undefined): FastifyServerOptions['logger'] {
  if (!config) return false;
  return {
    level: config.level,
    base: null,
    ...(config.write && {stream: {write: config.write}}),
    redact: {paths: ['*.headers', '*.body', '*.query', 'headers', 'body', 'query'], remove: true},
    serializers: {
      req: ({method}: {method: string}) => ({method}),
      res: ({statusCode}: {statusCode: number}) => ({statusCode}),
      err: (error: unknown) => ({type: 'Error', message: codeOf(error), stack: framesOf(error).join('\n')}),
    },
  };
}

/** Where an error and what lay beneath it were thrown, without what they said. */
export function framesOf(error: unknown): string[] {
  if (!(error instanceof Error)) return [];
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line)).slice(0, 8);
  const state = (error as {code?: unknown}).code;
  const heading = typeof state === 'string' && /^\w{1,40}$/.test(state) ? [`${error.name} ${state}`] : [error.name];
  return [...heading, ...frames.map((line) => line.trim()), ...framesOf(error.cause)];
}
