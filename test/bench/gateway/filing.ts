import {createHash, randomUUID} from 'node:crypto';
import type {CaseFile, Receipt} from '@tongban/domain/case/case-file.js';
import type {SubmitCase} from '@tongban/domain/case/command.js';
import type {Piece} from '@tongban/domain/slots/slot.js';
import {readSeeds} from '../../../demo/seeds.js';
import type {Client} from './client.js';
import type {Answer} from './exchange.js';

const SCAN_BYTES = 64 * 1024;

const guide = readSeeds().guides.find(({name}) => name === '正常退休提取住房公积金')!;
const scan = Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(SCAN_BYTES - 9, 0x20)]);

/** Uploads a scan by tus in one request, as the worker does with a small file. */
export async function uploadScan(client: Client): Promise<Piece> {
  const sha256 = createHash('sha256').update(scan).digest('hex');
  const metadata = {filename: '银行卡.pdf', filetype: 'application/pdf', sha256};
  const answer = await client.send({
    method: 'POST',
    path: '/v1/uploads',
    headers: {
      'tus-resumable': '1.0.0',
      'upload-length': String(scan.length),
      'upload-metadata': Object.entries(metadata).map(([name, value]) => `${name} ${Buffer.from(value).toString('base64')}`).join(','),
      'content-type': 'application/offset+octet-stream',
    },
    body: scan,
  });
  requireStatus(answer, 201);
  const uploadId = String(answer.headers['location']).split('/').pop()!;
  return {uploadId, fileName: metadata.filename, mediaType: metadata.filetype, size: scan.length, sha256};
}

/** The retiree's case of the demo: two materials the state already has, one scan, five fields. */
export function filing(piece: Piece): SubmitCase {
  const {taskCode, version: taskVersion} = guide;
  return {
    taskCode,
    taskVersion,
    mode: 'online',
    answers: {retired: 'yes', channel: 'self'},
    fields: {name: '演示申请人', idNo: '999320196603159026', mobile: '19900000001', center: '310000', bankNo: '6222020000000000005'},
    slots: [
      {materialId: 'id', name: '申请人居民身份证', necessity: 1, state: 'waived', waivedBy: {by: 'certificate', certName: '居民身份证', certTypeCode: '11100000000013127D001'}, pieces: [], trust: 'A'},
      {materialId: 'bank', name: '本人银行卡(Ⅰ类户)', necessity: 1, state: 'provided', pieces: [piece], trust: 'C'},
    ],
  };
}

/** Files a case under a key of its own, or again under the same one. */
export async function submit(client: Client, body: SubmitCase, {key = randomUUID(), port}: {key?: string; port?: number} = {}): Promise<{answer: Answer; receipt: Receipt}> {
  const answer = await client.send({method: 'POST', path: '/v1/cases', headers: {'content-type': 'application/json', 'idempotency-key': key}, body: JSON.stringify(body)}, port);
  requireStatus(answer, 201);
  return {answer, receipt: JSON.parse(answer.body) as Receipt};
}

/** Takes a case back: a second command, on the case's revision. */
export async function withdraw(client: Client, {caseNo, revision}: Receipt, {key, port}: {key: string; port: number}): Promise<Receipt> {
  const path = `/v1/cases/${encodeURIComponent(caseNo)}/commands`;
  const headers = {'content-type': 'application/json', 'idempotency-key': key, 'if-match': `"${revision}"`};
  const answer = await client.send({method: 'POST', path, headers, body: JSON.stringify({action: 'withdraw', payload: {}})}, port);
  requireStatus(answer, 201);
  return JSON.parse(answer.body) as Receipt;
}

export async function readCase(client: Client, caseNo: string): Promise<{file: CaseFile; bytes: number}> {
  const answer = await client.send({method: 'GET', path: `/v1/cases/${encodeURIComponent(caseNo)}`});
  requireStatus(answer, 200);
  return {file: JSON.parse(answer.body) as CaseFile, bytes: Buffer.byteLength(answer.body)};
}

/** A figure over refused requests would be a figure of nothing. */
function requireStatus({status, body}: Answer, wanted: number): void {
  if (status !== wanted) throw new Error(`The gateway answered ${status}: ${body.slice(0, 300)}`);
}
