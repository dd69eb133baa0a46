import type {ActContext} from '@tongban/domain/acts/act-context.js';
import {mayRead} from '@tongban/domain/case/may-read.js';
import {caseSummary, caseView} from '@tongban/domain/case/case-view.js';
import type {CaseFile, CaseSummary} from '@tongban/domain/case/case-file.js';
import {localDateOf} from '@tongban/domain/time/civil-date.js';
import {TbError} from '@tongban/domain/errors.js';
import type {StaffView} from '@tongban/domain/people/person.js';
import type {StaffPort} from '@tongban/domain/portal.js';
import {receiptOf} from './fixture-cases.js';
import {LATER, NOW} from './fixtures/times.js';
import {actedCase, actorOf, calendar, contextOf, openedCase, openingOf, type WalkedCase} from './fixtures/walked-case.js';
import type {Piece} from '@tongban/domain/slots/slot.js';
import type {PortUse} from './fixture-portal.js';

/**
 * A window whose cases move by the rules of `domain`, as the gateway's do: every act is judged for the clerk who is signed in.
 * `world.cases` and `world.summaries` follow, so that papers can be opened too.
 */
export function fixtureStaff({world, answer, announce}: PortUse): StaffPort {
  const context = (): ActContext => ({...contextOf(actorOf(clerk()), NOW), agreements: world.agreements});
  const clerk = (): StaffView => {
    const staff = (world.session.status === 'signedIn' ? world.session.staff : undefined) ?? world.staff;
    if (!staff) throw new TbError('TB_SIGN_IN_REQUIRED');
    return staff;
  };
  const view = ({file, party, fields, ratedActs}: WalkedCase): CaseFile => caseView(file, {context: context(), party, fields, ratedActs});
  const summary = ({file, party}: WalkedCase): CaseSummary => caseSummary(file, {party, calendar, today: localDateOf(NOW)});
  const find = (number: string): WalkedCase => {
    const walked = world.office.find(({file}) => file.caseNo === number || file.shortCode === number);
    if (!walked || !mayRead(walked.file, context())) throw new TbError('TB_NOT_FOUND');
    return walked;
  };
  const put = (walked: WalkedCase) => {
    world.office = [...world.office.filter(({file}) => file.caseNo !== walked.file.caseNo), walked];
    publish();
    announce({about: 'case', caseNo: walked.file.caseNo});
    announce({about: 'cases'});
    return receiptOf(view(walked));
  };
  const publish = () => {
    world.cases = world.office.map(view);
    world.summaries = world.office.map(summary);
  };
  publish();

  return {
    find: (number) => answer.shown(() => view(find(number)), notFound),
    inbox: () => answer.shown(() => world.office.filter(({file}) => mayRead(file, context())).map(summary), () => []),
    act: async (caseNo, revision, command) => {
      const walked = find(caseNo);
      if (walked.file.revision !== revision) throw new TbError('TB_CASE_STALE');
      return put(actedCase(walked, command, context()));
    },
    takeIn: async (walkIn) => {
      const {userType, name, idNo, mobile} = walkIn.applicant;
      return put(openedCase(openingOf(walkIn), {userType, name, idNo, mobile}, {...context(), serial: world.office.length + 1}));
    },
    scan: async (file, fileName, onProgress) => {
      if (!['application/pdf', 'application/ofd', 'image/jpeg', 'image/png'].includes(file.type)) throw new TbError('TB_UPLOAD_TYPE');
      onProgress?.(file.size, file.size);
      return {uploadId: `up-scan-${fileName.length}`, sha256: 'b'.repeat(64), size: Math.max(1, file.size), mediaType: file.type, fileName};
    },
    openPiece: async (caseNo, piece) => {
      find(caseNo);
      return pictureOf(piece);
    },
    agreements: () => answer.plain(() => [...world.agreements], []),
    ratingTicket: async (caseNo, act) => {
      if (!view(find(caseNo)).acts.some((each) => each.act === act && !each.rated)) throw new TbError('TB_RATING_NOT_YET');
      return {ticket: 'ticket-1', url: 'https://www.shanghai.example/rate#ticket-7f3a9c1e52d84b60', expiresAt: LATER};
    },
    ratings: () =>
      answer.shown(
        () => {
          if (!clerk().roles.includes('supervisor')) throw new TbError('TB_ROLE_MISSING');
          return [...world.ratingRecords];
        },
        () => [],
      ),
  };
}

/** A scan as the smallest picture says it: a card with the name of its file. The fixture has no bytes of its own. */
function pictureOf({fileName, mediaType}: Piece): Promise<Blob> {
  const canvas = Object.assign(document.createElement('canvas'), {width: 856, height: 540});
  const pen = canvas.getContext('2d');
  if (!pen) throw new TbError('TB_INTERNAL');
  pen.fillStyle = '#dfe7f3';
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.fillStyle = '#33475b';
  pen.font = '48px sans-serif';
  pen.fillText(fileName, 60, 120);
  return new Promise((resolve, reject) => canvas.toBlob((blob) => (blob ? resolve(blob.slice(0, blob.size, mediaType)) : reject(new TbError('TB_INTERNAL'))), 'image/jpeg'));
}

function notFound(): never {
  throw new TbError('TB_NOT_FOUND');
}
