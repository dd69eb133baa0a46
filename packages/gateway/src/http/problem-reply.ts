import {codeOf, errors, isErrorCode, sentenceOf, TbError} from '@tongban/domain/errors.js';
import type {Problem} from '@tongban/gateway-api/problem.js';
import type {FastifyError} from 'fastify';

export const PROBLEM_TYPE = 'application/problem+json; charset=utf-8';

export interface ProblemReply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Problem;
}

/** An error whose HTTP status belongs to a protocol of its own, such as tus. */
export interface ProtocolRefusal {
  readonly protocolStatus: number;
}

/** What a failure looks like on the wire (RFC 9457): a code, a sentence in the asker's language, never what was sent. */
export function problemReply(error: unknown, acceptLanguage: string | undefined): ProblemReply {
  const code = codeOf(error);
  const status = (error as Partial<ProtocolRefusal>).protocolStatus ?? errors[code].status;
  const details = error instanceof TbError ? error.details : {};
  return {
    status,
    headers: {'content-type': PROBLEM_TYPE, 'cache-control': 'no-store', ...headersOf(status, details)},
    body: {
      type: `urn:tongban:problem:${code}`,
      title: sentenceOf(error, languageOf(acceptLanguage)),
      status,
      code,
      ...(Object.keys(details).length > 0 && {details}),
    },
  };
}

/** The web server's own refusals in our words. */
export function ourError(error: unknown): unknown {
  if (error instanceof Error && isErrorCode(error.name)) return error;
  const {code, statusCode} = error as Partial<FastifyError>;
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE') return new TbError('TB_CONTRACT_INVALID', {cause: error, details: {at: 'body', why: 'size'}});
  if (statusCode === 404) return new TbError('TB_NOT_FOUND', {cause: error});
  if (statusCode !== undefined && statusCode < 500) return new TbError('TB_CONTRACT_INVALID', {cause: error, details: {at: 'body'}});
  return new TbError('TB_INTERNAL', {cause: error});
}

/** Chinese unless English is asked for first. */
export function languageOf(acceptLanguage: string | undefined): 'zh-CN' | 'en' {
  return acceptLanguage?.trimStart().toLowerCase().startsWith('en') ? 'en' : 'zh-CN';
}

function headersOf(status: number, details: TbError['details']): Record<string, string> {
  if (status === 401) return {'www-authenticate': 'DPoP algs="ES256"'};
  if (status === 429) return {'retry-after': String(details['retryAfterSeconds'] ?? 60)};
  return {};
}
