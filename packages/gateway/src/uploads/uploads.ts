import {codeOf, TbError, type ErrorCode} from '@tongban/domain/errors.js';
import type {Piece} from '@tongban/domain/slots/slot.js';
import {createHash, randomBytes} from 'node:crypto';
import {createReadStream} from 'node:fs';
import {open, rm} from 'node:fs/promises';
import {join} from 'node:path';
import type {Limits} from '../config.js';
import type {Db, Tx} from '../database/database.js';
import type {Tables} from '../database/tables.js';
import type {Principal} from '../identity/principal.js';
import {isAccepted, looksLike, type AcceptedType} from './file-type.js';
import type {Selectable} from 'kysely';

export type UploadRow = Selectable<Tables['uploads']>;

/** What whoever uploads says a file is, before its first byte. */
export interface Announcement {
  readonly fileName: string;
  readonly mediaType: string;
  readonly size: number;
  /** Lower-case hex of the plain bytes. */
  readonly sha256: string;
}

/** Kept that long without a case; a device that was offline longer begins again from its own copy. */
export const UNCLAIMED_DAYS = 7;
const DAY_MS = 86_400_000;

export interface Uploads {
  readonly directory: string;
  /** @throws TB_UPLOAD_TYPE, TB_UPLOAD_TOO_LARGE, TB_CONTRACT_INVALID */
  begin(owner: string, announced: Announcement, id?: string): Promise<string>;
  /** @throws TB_UPLOAD_UNKNOWN, also for what belongs to somebody else; the code it was refused with */
  ownedBy(owner: string, id: string): Promise<UploadRow>;
  /** Checks a file whose last byte is there. @throws TB_UPLOAD_HASH, TB_UPLOAD_TYPE: it is gone then */
  finish(id: string): Promise<void>;
  /** Gives finished uploads of this owner to a case. @throws TB_UPLOAD_UNKNOWN when one is not there as described */
  claim(tx: Tx, owner: string, caseNo: string, pieces: readonly Piece[]): Promise<void>;
  discard(id: string): Promise<void>;
  /** Removes what expired without a case. */
  prune(): Promise<void>;
  pathOf(id: string): string;
}

export const ownerOf = ({kind, id}: Principal): string => `${kind} ${id}`;

const UPLOAD_ID = /^[0-9a-f]{32}$/;

export function uploads(db: Db, directory: string, limits: Limits): Uploads {
  const pathOf = (id: string) => join(directory, id);

  async function row(id: string): Promise<UploadRow> {
    const found = UPLOAD_ID.test(id) ? await db.selectFrom('uploads').selectAll().where('id', '=', id).executeTakeFirst() : undefined;
    if (!found) throw new TbError('TB_UPLOAD_UNKNOWN');
    return found;
  }

  async function forget(id: string): Promise<void> {
    await rm(pathOf(id), {force: true});
    await rm(`${pathOf(id)}.json`, {force: true});
  }

  async function requireRoom(owner: string, size: number): Promise<void> {
    if (size > limits.uploadBytes) throw new TbError('TB_UPLOAD_TOO_LARGE', {details: {limit: limits.uploadBytes}});
    const {held} = await db
      .selectFrom('uploads')
      .select(({fn}) => fn.sum<string | null>('size').as('held'))
      .where('owner', '=', owner)
      .where('case_no', 'is', null)
      .where('state', '!=', 'refused')
      .executeTakeFirstOrThrow();
    if (Number(held ?? 0) + size > limits.uploadBytesPerPerson) {
      throw new TbError('TB_UPLOAD_TOO_LARGE', {details: {limit: limits.uploadBytesPerPerson, of: 'all'}});
    }
  }

  return {
    directory,
    pathOf,

    async begin(owner, {fileName, mediaType, size, sha256}, id = randomBytes(16).toString('hex')) {
      if (!isAccepted(mediaType)) throw new TbError('TB_UPLOAD_TYPE');
      if (!UPLOAD_ID.test(id) || !Number.isInteger(size) || size < 1 || !/^[0-9a-f]{64}$/.test(sha256) || fileName.length > 200) {
        throw new TbError('TB_CONTRACT_INVALID', {details: {at: 'Upload-Metadata'}});
      }
      await requireRoom(owner, size);
      const now = Date.now();
      await db
        .insertInto('uploads')
        .values({
          id, owner, size, sha256, media_type: mediaType, file_name: fileName, state: 'receiving', problem: null, case_no: null,
          created_at: new Date(now), expires_at: new Date(now + UNCLAIMED_DAYS * DAY_MS),
        })
        .execute();
      return id;
    },

    async ownedBy(owner, id) {
      const found = await row(id);
      if (found.owner !== owner) throw new TbError('TB_UPLOAD_UNKNOWN');
      if (found.state === 'refused') throw new TbError((found.problem ?? 'TB_UPLOAD_UNKNOWN') as ErrorCode);
      return found;
    },

    async finish(id) {
      const {state, sha256, size, media_type: mediaType} = await row(id);
      if (state !== 'receiving') return;
      try {
        await checkFile(pathOf(id), {sha256, size, mediaType: mediaType as AcceptedType});
      } catch (error) {
        await db.updateTable('uploads').set({state: 'refused', problem: codeOf(error)}).where('id', '=', id).execute();
        await forget(id);
        throw error;
      }
      await db.updateTable('uploads').set({state: 'done'}).where('id', '=', id).where('state', '=', 'receiving').execute();
    },

    async claim(tx, owner, caseNo, pieces) {
      for (const {uploadId, sha256, size, mediaType} of pieces) {
        const claimed = await tx
          .updateTable('uploads')
          .set({case_no: caseNo})
          .where('id', '=', uploadId)
          .where('owner', '=', owner)
          .where('state', '=', 'done')
          .where('sha256', '=', sha256)
          .where('size', '=', size)
          .where('media_type', '=', mediaType)
          .where((either) => either.or([either('case_no', 'is', null), either('case_no', '=', caseNo)]))
          .executeTakeFirst();
        if (claimed.numUpdatedRows === 0n) throw new TbError('TB_UPLOAD_UNKNOWN', {details: {uploadId: UPLOAD_ID.test(uploadId) ? uploadId : ''}});
      }
    },

    async discard(id) {
      const gone = await db.deleteFrom('uploads').where('id', '=', id).where('case_no', 'is', null).executeTakeFirst();
      if (gone.numDeletedRows > 0n) await forget(id);
    },

    async prune() {
      const expired = await db.deleteFrom('uploads').where('case_no', 'is', null).where('expires_at', '<', new Date(Date.now())).returning('id').execute();
      for (const {id} of expired) await forget(id);
    },
  };
}

/** Reads the file once, in pieces; what was checked is on the disk before anybody is told so. */
async function checkFile(path: string, {sha256, size, mediaType}: {sha256: string; size: number; mediaType: AcceptedType}): Promise<void> {
  const file = await open(path, 'r+');
  try {
    await file.sync();
    if ((await file.stat()).size !== size) throw new TbError('TB_UPLOAD_HASH');
    if (!(await looksLike(mediaType, file))) throw new TbError('TB_UPLOAD_TYPE');
  } finally {
    await file.close();
  }
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  if (hash.digest('hex') !== sha256) throw new TbError('TB_UPLOAD_HASH');
}
