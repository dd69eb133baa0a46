import {Receipt} from '@tongban/domain/case/case-file.js';
import {TbError} from '@tongban/domain/errors.js';
import {parse} from '@tongban/domain/parse.js';
import * as v from 'valibot';
import {canonicalHash} from './canonical-hash.js';

const Claims = v.object({commandId: v.string(), bodySha256: v.string(), caseNo: v.string(), revision: v.number(), at: v.string()});

/**
 * Holds a receipt against what was sent: its own fields and the signed ones must name this command, this body and each other.
 *
 * The signature itself is checked by whoever doubts the receipt later; here the answer came from the gateway over its own
 * connection, and a receipt that names another command is what must not pass.
 *
 * @throws TbError TB_GATEWAY_ANSWER: the outcome counts as unknown, so the command is sent again under the same key
 */
export async function checkReceipt(answer: unknown, commandId: string, body: unknown): Promise<Receipt> {
  const receipt = parse(Receipt, answer, 'TB_GATEWAY_ANSWER');
  const claims = parse(Claims, claimsOf(receipt.jws), 'TB_GATEWAY_ANSWER');
  const isOurs =
    receipt.commandId === commandId && claims.commandId === commandId && claims.bodySha256 === (await canonicalHash(body)) &&
    claims.caseNo === receipt.caseNo && claims.revision === receipt.revision && claims.at === receipt.at;
  if (!isOurs) throw new TbError('TB_GATEWAY_ANSWER', {details: {at: 'receipt'}});
  return receipt;
}

/** The payload of a compact JWS (RFC 7515 §3.1), or undefined. */
function claimsOf(jws: string): unknown {
  try {
    const [, payload = ''] = jws.split('.');
    const binary = atob(payload.replace(/-/g, '+').replace(/_/g, '/'));
    return JSON.parse(new TextDecoder().decode(Uint8Array.from(binary, (char) => char.charCodeAt(0))));
  } catch {
    return undefined;
  }
}
