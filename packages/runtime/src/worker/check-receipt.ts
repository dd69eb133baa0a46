import {Receipt} from '@tongban/domain/case/case-file.js';
import {TbError} from '@tongban/domain/errors.js';
import {parse} from '@tongban/domain/parse.js';
import * as v from 'valibot';
import {fromBase64Url} from './base64url.js';
import {canonicalHash} from './canonical-hash.js';
import type {FindKey} from './receipt-keys.js';

const Header = v.object({alg: v.literal('ES256'), typ: v.literal('tongban-receipt'), kid: v.string()});
const Claims = v.object({commandId: v.string(), bodySha256: v.string(), caseNo: v.string(), revision: v.number(), at: v.string()});

/**
 * Holds an answer against what was sent: it must be a receipt that names this command and this body, whose parts agree, and that
 * a key known to us has signed.
 *
 * @throws TbError TB_GATEWAY_ANSWER when it is not; TB_NETWORK or TB_TIMEOUT when the keys cannot be had. Either way the outcome
 *   counts as unknown, and the command is sent again under the same key
 */
export type CheckReceipt = (answer: unknown, commandId: string, body: unknown) => Promise<Receipt>;

export function receiptChecker(findKey: FindKey): CheckReceipt {
  return async (answer, commandId, body) => {
    const receipt = parse(Receipt, answer, 'TB_GATEWAY_ANSWER');
    const {header, payload, signature, signed} = partsOf(receipt.jws);
    const {kid} = parse(Header, header, 'TB_GATEWAY_ANSWER');
    const claims = parse(Claims, payload, 'TB_GATEWAY_ANSWER');
    const isOurs =
      receipt.commandId === commandId && claims.commandId === commandId && claims.bodySha256 === (await canonicalHash(body)) &&
      claims.caseNo === receipt.caseNo && claims.revision === receipt.revision && claims.at === receipt.at;
    if (!isOurs) throw new TbError('TB_GATEWAY_ANSWER', {details: {at: 'receipt'}});
    const key = await findKey(kid);
    const isSigned = key && (await crypto.subtle.verify({name: 'ECDSA', hash: 'SHA-256'}, key, signature, signed));
    if (!isSigned) throw new TbError('TB_GATEWAY_ANSWER', {details: {at: key ? 'receipt.signature' : 'receipt.kid'}});
    return receipt;
  };
}

/** A compact JWS (RFC 7515 §3.1) taken apart. @throws TbError TB_GATEWAY_ANSWER */
function partsOf(jws: string) {
  try {
    const [header = '', payload = '', signature = ''] = jws.split('.');
    return {
      header: json(header),
      payload: json(payload),
      signature: fromBase64Url(signature),
      signed: new TextEncoder().encode(`${header}.${payload}`),
    };
  } catch (cause) {
    throw new TbError('TB_GATEWAY_ANSWER', {cause, details: {at: 'receipt.jws'}});
  }
}

const json = (part: string): unknown => JSON.parse(new TextDecoder().decode(fromBase64Url(part)));
