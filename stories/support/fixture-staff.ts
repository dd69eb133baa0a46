import {TbError} from '@tongban/domain/errors.js';
import type {CaseFile} from '@tongban/domain/case-file.js';
import type {StaffView} from '@tongban/domain/person.js';
import type {StaffPort} from '@tongban/domain/portal.js';
import {receiptOf} from './fixture-cases.js';
import {summaryOf} from './fixtures/cases.js';
import {NOW} from './fixtures/times.js';
import type {PortUse} from './fixture-portal.js';

/** A window with a few cases. An act moves the revision and says so; where it leads is decided by the real rules elsewhere. */
export function fixtureStaff({world, answer, announce}: PortUse, staff: StaffView): StaffPort {
  const find = (number: string): CaseFile => world.cases.find(({caseNo, shortCode}) => caseNo === number || shortCode === number) ?? notFound();
  const put = (file: CaseFile) => {
    world.cases = [...world.cases.filter(({caseNo}) => caseNo !== file.caseNo), file];
    announce({about: 'case', caseNo: file.caseNo});
    return receiptOf(file);
  };
  return {
    find: (number) => answer.shown(() => find(number), notFound),
    inbox: () => answer.shown(() => world.cases.map(summaryOf), () => []),
    act: async (caseNo, revision) => {
      const file = find(caseNo);
      if (file.revision !== revision) throw new TbError('TB_CASE_STALE');
      return put({...file, revision: revision + 1, updatedAt: NOW});
    },
    takeIn: async ({taskCode}) => put({...find(world.cases[0]?.caseNo ?? ''), caseNo: `${taskCode}202611230002`, shortCode: 'W4LK1N22', revision: 1, state: 'received', windowRegion: staff.region}),
    scan: async (file, fileName, onProgress) => {
      onProgress?.(file.size, file.size);
      return {uploadId: 'up-scan', sha256: 'b'.repeat(64), size: file.size, mediaType: file.type, fileName};
    },
    agreements: () => answer.plain(() => [], []),
    ratingTicket: async () => ({ticket: 'ticket-1', url: 'https://www.shanghai.example/rate#ticket-1', expiresAt: NOW}),
    ratings: () => answer.shown(() => [], () => []),
  };
}

function notFound(): never {
  throw new TbError('TB_NOT_FOUND');
}
