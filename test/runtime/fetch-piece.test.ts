import {assert} from '@open-wc/testing';
import {fetchPiece} from '@tongban/runtime/worker/fetch-piece.js';
import {sha256} from '@tongban/runtime/worker/sha256.js';
import {rejectsWith} from '../support/rejects-with.js';

const pdf = new TextEncoder().encode('%PDF-1.7 one page');
const asked: string[] = [];
const answer = (bytes: Uint8Array<ArrayBuffer>, status = 200) => ({url}: {url: string}) => {
  asked.push(url);
  return Promise.resolve(new Response(bytes, {status}));
};
const piece = async (own: object = {}) => ({uploadId: 'up 1', fileName: '银行卡.jpg', mediaType: 'image/jpeg', size: pdf.length, sha256: await sha256(pdf), ...own});
const of = async (own?: object) => ({gateway: 'https://gateway.example', caseNo: 'A/1', piece: await piece(own)});

describe('a file of a case', () => {
  it('is typed by its bytes, whatever the applicant called it', async () => {
    const blob = await fetchPiece(await of(), answer(pdf));
    assert.equal(blob.type, 'application/pdf');
    assert.equal(blob.size, pdf.length);
    assert.equal(asked.pop(), 'https://gateway.example/v1/cases/A%2F1/pieces/up%201');
  });

  it('is not shown when a byte differs from what was handed in', async () => {
    const damaged = pdf.slice();
    damaged[8] = 0;
    await rejectsWith('TB_UPLOAD_HASH', fetchPiece(await of(), answer(damaged)));
    await rejectsWith('TB_UPLOAD_HASH', fetchPiece(await of({size: pdf.length + 1}), answer(pdf)));
  });

  it('is not opened when it is none of the kinds that are taken', async () => {
    const page = new TextEncoder().encode('<script>alert(1)</script>');
    const own = {size: page.length, sha256: await sha256(page), fileName: 'a.html'};
    await rejectsWith('TB_UPLOAD_TYPE', fetchPiece(await of(own), answer(page)));
  });
});
