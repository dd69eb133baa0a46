import {CaseFile, CaseSummary} from '@tongban/domain/case/case-file.js';
import {Agreement} from '@tongban/domain/agreements/agreement.js';
import {codeOf, TbError} from '@tongban/domain/errors.js';
import {RatingRecord} from '@tongban/domain/rating/rating.js';
import {newId} from '@tongban/vault/shared/new-id.js';
import * as v from 'valibot';
import type {Pushed, WorkerApi} from '../shared/protocol.js';
import {canonicalHash} from './canonical-hash.js';
import {fetchPiece} from './fetch-piece.js';
import {mediaTypeOf} from './media-type.js';
import {sha256} from './sha256.js';
import type {Shared} from './services.js';
import {tusUpload} from './tus-upload.js';

const CHUNK_BYTES = 1024 * 1024;
const SCAN_ATTEMPTS = 5;

type StaffCalls = Pick<WorkerApi, Extract<keyof WorkerApi, `staff.${string}`>>;

/** A clerk's work, online: commands go straight to the gateway and answer with its receipt. */
export function staffPort({config, sends, signed, checkReceipt, show, now, changed}: Shared, push: (pushed: Pushed) => void): StaffCalls {
  const keys = new Map<string, string>();

  /** A command whose outcome is unknown keeps its key, so that pressing the button again does not do it twice. */
  async function once<T>(what: unknown, send: (key: string) => Promise<T>): Promise<T> {
    const name = await canonicalHash(what);
    const key = keys.get(name) ?? newId(now());
    keys.set(name, key);
    try {
      const answer = await send(key);
      keys.delete(name);
      return answer;
    } catch (error) {
      if (!['TB_NETWORK', 'TB_TIMEOUT', 'TB_GATEWAY_ANSWER', 'TB_INTERNAL'].includes(codeOf(error))) keys.delete(name);
      throw error;
    }
  }

  return {
    'staff.find': (number) => show(`case/${number}`, CaseFile, () => signed.call('caseFile', {params: {caseNo: number}})),
    'staff.inbox': () => show('inbox', v.array(CaseSummary), async () => (await signed.call('staffCases', {})).cases),
    'staff.agreements': async () => (await show('agreements', v.array(Agreement), async () => (await signed.call('agreements', {})).agreements)).value,
    'staff.ratings': () => show('ratings', v.array(RatingRecord), async () => (await signed.call('staffRatings', {})).ratings),
    'staff.ratingTicket': (caseNo, act) => signed.call('ratingTicket', {params: {caseNo}, body: {act}}),

    'staff.act': async (caseNo, revision, command) => {
      const receipt = await once({caseNo, revision, command}, async (key) => checkReceipt(await signed.call('act', {params: {caseNo}, revision, body: command, key}), key, command));
      changed({about: 'case', caseNo});
      return receipt;
    },

    'staff.takeIn': async (walkIn) => {
      const receipt = await once(walkIn, async (key) => checkReceipt(await signed.call('takeIn', {body: walkIn, key}), key, walkIn));
      changed({about: 'cases'});
      return receipt;
    },

    'staff.openPiece': (caseNo, piece) => fetchPiece({gateway: config.gateway, caseNo, piece}, sends.bytes),

    async 'staff.scan'(file, fileName, scanId) {
      const mediaType = await mediaTypeOf(file, fileName);
      const {size} = file;
      const bytes = await file.arrayBuffer();
      const hash = await sha256(bytes);
      const read = (start: number) => Promise.resolve(new Uint8Array(bytes, start, Math.min(CHUNK_BYTES, size - start)));
      const source = {size, sha256: hash, fileName, mediaType, read};
      let url: string | undefined;
      const stand = {
        get url() {
          return url;
        },
        keepUrl: (next: string) => {
          url = next;
        },
        confirmed: (sent: number) => push({tb: 'scan', scanId, sent, size}),
      };
      for (let attempt = 1; ; attempt++) {
        try {
          const uploadId = await tusUpload(`${config.gateway}/v1/uploads`, source, stand, sends.bytes);
          return {uploadId, sha256: hash, size, mediaType, fileName};
        } catch (error) {
          if (attempt === SCAN_ATTEMPTS || !['TB_NETWORK', 'TB_TIMEOUT'].includes(codeOf(error))) throw error instanceof TbError ? error : new TbError('TB_INTERNAL', {cause: error});
          await new Promise((resolve) => setTimeout(resolve, attempt * 500));
        }
      }
    },
  };
}

/** What a page gets that is no staff window. */
const refused = (): Promise<never> => Promise.reject(new TbError('TB_WORKER_REFUSED'));
export const onlyStaff = {
  'staff.find': refused,
  'staff.inbox': refused,
  'staff.act': refused,
  'staff.takeIn': refused,
  'staff.scan': refused,
  'staff.openPiece': refused,
  'staff.agreements': refused,
  'staff.ratingTicket': refused,
  'staff.ratings': refused,
};
