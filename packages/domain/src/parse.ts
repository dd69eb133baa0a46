import * as v from 'valibot';
import {TbError, type ErrorCode} from './errors.js';

/**
 * Parses what comes from outside, by the schema that also makes the type.
 *
 * @throws TbError with `code` (default TB_CONTRACT_INVALID); `details.at` is the dotted path of the first fault and
 *   `details.why` the schema's own words, which name types and never values.
 */
export function parse<Schema extends v.GenericSchema>(schema: Schema, input: unknown, code: ErrorCode = 'TB_CONTRACT_INVALID'): v.InferOutput<Schema> {
  const result = v.safeParse(schema, input);
  if (result.success) return result.output;
  const [issue] = result.issues;
  throw new TbError(code, {details: {at: v.getDotPath(issue) ?? '', why: `${issue.kind}:${issue.type}`}});
}
