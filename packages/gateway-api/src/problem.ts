import {TbError, isErrorCode, type ErrorDetails} from '@tongban/domain/errors.js';
import {text} from '@tongban/domain/primitives.js';
import * as v from 'valibot';

/** RFC 9457 problem details with our `code`. `details` names fields and limits, never a person's data. */
export const Problem = v.object({
  type: text(200),
  title: text(300),
  status: v.number(),
  code: text(40),
  details: v.optional(v.record(v.string(), v.union([v.string(), v.number()]))),
});
export type Problem = v.InferOutput<typeof Problem>;

/** The error a problem on the wire stands for; anything unreadable is TB_GATEWAY_ANSWER. */
export function errorFromProblem(body: unknown): TbError {
  const parsed = v.safeParse(Problem, body);
  if (!parsed.success || !isErrorCode(parsed.output.code)) return new TbError('TB_GATEWAY_ANSWER');
  return new TbError(parsed.output.code, {details: parsed.output.details as ErrorDetails});
}
