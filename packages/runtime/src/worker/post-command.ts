import {TbError} from '@tongban/domain/errors.js';
import {parse} from '@tongban/domain/parse.js';
import {gatewayClient, type GatewayClient, type Send} from '@tongban/gateway-api/client.js';
import type {CheckReceipt} from './check-receipt.js';
import {RatingReceipt, type Outgoing} from './outgoing.js';
import {retryAfterOf, verdictOf, type Heard, type Verdict} from './verdict.js';

/** How one attempt ended: with a receipt that is for this command, or with what to do now. */
export type Attempt = {kind: 'sent'; receipt: unknown} | Verdict;

export interface Post {
  readonly gateway: string;
  readonly send: Send;
  readonly checkReceipt: CheckReceipt;
  readonly now: () => number;
}

/** Posts one command under its key and judges the outcome. Never throws. */
export async function postCommand({gateway, send, checkReceipt, now}: Post, commandId: string, outgoing: Outgoing): Promise<Attempt> {
  let heard: Heard = {};
  const listening: Send = async (request) => {
    const response = await send(request);
    heard = {status: response.status, retryAfter: retryAfterOf(response.headers.get('retry-after'), now())};
    return response;
  };
  try {
    return {kind: 'sent', receipt: await post(gatewayClient(gateway, listening), checkReceipt, commandId, outgoing)};
  } catch (error) {
    return verdictOf(error, heard);
  }
}

async function post(client: GatewayClient, checkReceipt: CheckReceipt, key: string, outgoing: Outgoing): Promise<unknown> {
  if (outgoing.route === 'submit') {
    return checkReceipt(await client.call('submit', {key, body: outgoing.body}), key, outgoing.body);
  }
  if (outgoing.route === 'act') {
    const {caseNo, revision, body} = outgoing;
    const receipt = await checkReceipt(await client.call('act', {key, params: {caseNo}, revision, body}), key, body);
    if (receipt.caseNo !== caseNo) throw new TbError('TB_GATEWAY_ANSWER', {details: {at: 'receipt.caseNo'}});
    return receipt;
  }
  const receipt = parse(RatingReceipt, await client.call('rate', {key, body: outgoing.body}), 'TB_GATEWAY_ANSWER');
  if (receipt.ratingId !== outgoing.body.ratingId) throw new TbError('TB_GATEWAY_ANSWER', {details: {at: 'ratingId'}});
  return receipt;
}
