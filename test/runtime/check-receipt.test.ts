import {assert} from '@open-wc/testing';
import type {Receipt} from '@tongban/domain/case/case-file.js';
import type {Send} from '@tongban/gateway-api/client.js';
import {canonicalHash} from '@tongban/runtime/worker/canonical-hash.js';
import {receiptChecker} from '@tongban/runtime/worker/check-receipt.js';
import {receiptKeys, type FindKey} from '@tongban/runtime/worker/receipt-keys.js';
import {receiptSigner, type ReceiptSigner} from '../support/receipt-signer.js';
import {rejectsWith} from '../support/rejects-with.js';

const gateway = 'https://gateway.example';
const body = {taskCode: 'T'};
const NOON = Date.UTC(2026, 0, 5, 4);

describe('a receipt', () => {
  let signer: ReceiptSigner;
  let published: object[];
  let asked: number;
  let now: number;

  beforeEach(async () => {
    signer = await receiptSigner();
    published = [signer.jwk];
    asked = 0;
    now = NOON;
  });

  const send: Send = ({url}) => {
    asked++;
    assert.equal(url, `${gateway}/v1/keys`);
    return Promise.resolve(new Response(JSON.stringify({keys: published}), {headers: {'content-type': 'application/jwk-set+json'}}));
  };
  const keysOf = (pinned?: string[]): FindKey => receiptKeys({gateway, send, now: () => now, ...(pinned && {pinned})});

  async function aReceipt(by = signer, {kid, ...claims}: Record<string, string> = {}): Promise<Receipt> {
    const signed = {commandId: 'k', bodySha256: await canonicalHash(body), caseNo: 'C1', revision: 1, at: '2026-01-05T00:00:00Z', ...claims};
    return {commandId: 'k', caseNo: 'C1', revision: 1, at: '2026-01-05T00:00:00Z', shortCode: 'ABCD1234', state: 'submitted', papers: [], jws: await by.sign(signed, kid)};
  }

  const refuses = (answer: unknown, keys = keysOf()) => rejectsWith('TB_GATEWAY_ANSWER', receiptChecker(keys)(answer, 'k', body));

  it('is taken when it is for this command and this body and the gateway has signed it', async () => {
    assert.equal((await receiptChecker(keysOf())(await aReceipt(), 'k', body)).caseNo, 'C1');
  });

  it('is not taken for another command, another body, or when its parts disagree', async () => {
    const receipt = await aReceipt();
    const check = receiptChecker(keysOf());
    await rejectsWith('TB_GATEWAY_ANSWER', check(receipt, 'other', body));
    await rejectsWith('TB_GATEWAY_ANSWER', check(receipt, 'k', {taskCode: 'U'}));
    await refuses({...receipt, caseNo: 'C2'});
    await refuses(await aReceipt(signer, {bodySha256: await canonicalHash({taskCode: 'U'})}));
    await refuses({...receipt, jws: 'not.a.jws'});
    await refuses({});
  });

  it('is not taken with a signature that is not over it', async () => {
    const [receipt, other] = [await aReceipt(), await aReceipt(signer, {at: '2026-01-06T00:00:00Z'})];
    const [head, payload] = receipt.jws.split('.') as [string, string];
    await refuses({...receipt, jws: `${head}.${payload}.${other.jws.split('.')[2]!}`});
    await refuses({...receipt, jws: `${head}.${payload}.`});
  });

  it('is not taken from a stranger, under the stranger’s name or the gateway’s', async () => {
    const stranger = await receiptSigner();
    await refuses(await aReceipt(stranger));
    await refuses(await aReceipt(stranger, {kid: signer.jwk.kid}));
  });

  it('is not taken when the gateway hands out a stranger’s key under a name that is not its thumbprint', async () => {
    const stranger = await receiptSigner();
    published = [{...stranger.jwk, kid: signer.jwk.kid}];
    await refuses(await aReceipt(stranger, {kid: signer.jwk.kid}));
  });

  it('needs the keys fetched once, and once more when the gateway has a new one', async () => {
    const check = receiptChecker(keysOf());
    await check(await aReceipt(), 'k', body);
    await check(await aReceipt(), 'k', body);
    assert.equal(asked, 1);
    const next = await receiptSigner();
    published = [next.jwk, signer.jwk];
    now += 30_000;
    await check(await aReceipt(next), 'k', body);
    await check(await aReceipt(), 'k', body);
    assert.equal(asked, 2);
  });

  it('of an unknown key does not make the page ask again and again', async () => {
    const [keys, stranger] = [keysOf(), await receiptSigner()];
    for (let attempt = 1; attempt <= 3; attempt++) await refuses(await aReceipt(stranger), keys);
    assert.equal(asked, 1);
  });

  it('counts only with a key the page has pinned, where it has', async () => {
    const other = await receiptSigner();
    published = [signer.jwk, other.jwk];
    const pinned = keysOf([signer.jwk.kid]);
    assert.equal((await receiptChecker(pinned)(await aReceipt(), 'k', body)).caseNo, 'C1');
    await refuses(await aReceipt(other), pinned);
  });

  it('waits when the keys cannot be had', async () => {
    const nowhere: Send = () => Promise.resolve(new Response('<html>', {status: 502, headers: {'content-type': 'text/html'}}));
    await refuses(await aReceipt(), receiptKeys({gateway, send: nowhere, now: () => now}));
  });
});
