import type {SubmitCase, TakeInCase} from '@tongban/domain/case/command.js';
import {makeCitizenId} from '@tongban/domain/checks/citizen-id.js';
import {createHash, randomUUID} from 'node:crypto';
import type {Visitor} from './gateway-world.js';

/** Shanghai's edition of 正常退休提取住房公积金. */
export const RETIREMENT = '11310000TBDEM115842002099008000';
export const RETIREMENT_CATALOG = '002099008000';

/** 顾秀兰 of 南通 as she fills in the form; her ID card is held by the state, so only the bank card is left to hand in. */
export function aFiling(piece: Piece | undefined, overrides: Partial<SubmitCase> = {}): SubmitCase {
  return {
    taskCode: RETIREMENT,
    taskVersion: 1,
    mode: 'online',
    answers: {retired: 'yes', channel: 'self'},
    fields: {name: '顾秀兰', idNo: '999320196603159026', mobile: '19900000001', center: '310000', bankNo: '6222020200112233445'},
    slots: [
      {materialId: 'id', name: '', necessity: 1, state: 'waived', waivedBy: {by: 'certificate', certName: '居民身份证', certTypeCode: '11100000000013127D001'}, pieces: []},
      {materialId: 'bank', name: '', necessity: 1, state: piece ? 'provided' : 'empty', pieces: piece ? [piece] : []},
    ],
    ...overrides,
  };
}

/** Of nobody: the area was never assigned. */
export const WALK_IN_ID = makeCitizenId({area: '999320', birth: '1980-01-01', serial: 111});

/** A walk-in nobody knows yet. */
export function aWalkIn(overrides: Partial<TakeInCase> = {}): TakeInCase {
  return {
    ...aFiling(undefined, {mode: 'agent', windowRegion: '320500'}),
    slots: [],
    fields: {name: '钱多多', idNo: WALK_IN_ID, mobile: '19900000077', center: '310000', bankNo: '6222020200112233445'},
    applicant: {userType: 'person', name: '钱多多', idNo: WALK_IN_ID, mobile: '19900000077'},
    ...overrides,
  };
}

export type Piece = SubmitCase['slots'][number]['pieces'][number];

/** One scanned page. */
export const aScan = (text = 'a bank card'): Uint8Array<ArrayBuffer> => new Uint8Array(Buffer.from(`%PDF-1.7\n${text}\n%%EOF`));
export const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
export const aKey = (): string => randomUUID();

export interface TusOptions {
  readonly mediaType?: string;
  readonly fileName?: string;
  readonly sha256?: string;
  readonly headers?: Record<string, string>;
}

export const tus = {'tus-resumable': '1.0.0'};

export function metadata(values: Record<string, string>): string {
  return Object.entries(values).map(([name, value]) => `${name} ${Buffer.from(value).toString('base64')}`).join(',');
}

export async function beginUpload({send, gateway}: Visitor, bytes: Uint8Array, {mediaType = 'application/pdf', fileName = '银行卡.pdf', sha256 = hashOf(bytes), headers = {}}: TusOptions = {}): Promise<Response> {
  return send({
    method: 'POST',
    url: `${gateway}/v1/uploads`,
    headers: {...tus, 'upload-length': String(bytes.length), 'upload-metadata': metadata({filename: fileName, filetype: mediaType, sha256}), ...headers},
  });
}

export async function sendBytes({send, gateway}: Visitor, location: string, bytes: Uint8Array<ArrayBuffer>, offset = 0): Promise<Response> {
  return send({
    method: 'PATCH',
    url: new URL(location, gateway).href,
    headers: {...tus, 'upload-offset': String(offset), 'content-type': 'application/offset+octet-stream'},
    body: bytes,
  });
}

/** Uploads a file whole. */
export async function upload(visitor: Visitor, bytes = aScan(), options: TusOptions = {}): Promise<Piece> {
  const begun = await beginUpload(visitor, bytes, options);
  if (begun.status !== 201) throw new Error(`POST answered ${begun.status}: ${await begun.text()}`);
  const location = begun.headers.get('location')!;
  const sent = await sendBytes(visitor, location, bytes);
  if (sent.status !== 204) throw new Error(`PATCH answered ${sent.status}: ${await sent.text()}`);
  return {
    uploadId: location.split('/').pop()!,
    fileName: options.fileName ?? '银行卡.pdf',
    mediaType: options.mediaType ?? 'application/pdf',
    size: bytes.length,
    sha256: hashOf(bytes),
  };
}
