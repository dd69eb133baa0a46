import type {Case, ServiceAct} from '@tongban/domain/case/case.js';
import {TbError} from '@tongban/domain/errors.js';
import {partyView} from '@tongban/domain/case/party-view.js';
import {mayAmend, requireRateable, requireTagsOfLevel} from '@tongban/domain/rating/rating-rules.js';
import type {RatingInput, RatingInvitation, RatingRecord, RatingTicket} from '@tongban/domain/rating/rating.js';
import {isWithin} from '@tongban/domain/regions/region-within.js';
import type {Access} from '../cases/access.js';
import {loadCase, partyOf} from '../cases/case-store.js';
import {once, recall} from '../cases/once.js';
import type {Rules} from '../cases/rules.js';
import type {Seeds} from '../config.js';
import type {Db} from '../database/database.js';
import {inTransaction} from '../database/in-transaction.js';
import type {CommandKey} from '../http/call.js';
import type {Principal} from '../identity/principal.js';
import {ownerOf} from '../uploads/uploads.js';
import {sha256} from '../canonical-hash.js';
import {addRating, amendRating, asEarlier, beginFollowUp, ratingOf, ratingToChange} from './rating-store.js';
import type {Tickets} from './tickets.js';

type Staff = Extract<Principal, {kind: 'staff'}>;
export type RatingSubject = {by: 'ticket'; ticket: string} | {by: 'case'; caseNo: string; act?: string | undefined};
export interface RatingAnswer {
  readonly ratingId: string;
  readonly receivedAt: string;
}

export interface Ratings {
  /** @throws TB_RATING_NOT_YET for an act that was not done, TB_RATING_REPLAYED for one that has been rated */
  ticket(number: string, act: string, staff: Staff): Promise<RatingTicket>;
  /** By case without an act, to the first one not yet rated; when all are, to the last one as rated. @throws TB_RATING_NOT_YET */
  invitation(of: RatingSubject, reader: Principal | undefined): Promise<RatingInvitation>;
  /** @throws TB_RATING_REPLAYED, TB_RATING_AMENDED, TB_RATING_FOLLOWED_UP; TB_FORBIDDEN for amending what somebody else has rated */
  rate(input: RatingInput, rater: Principal | undefined, command: CommandKey): Promise<RatingAnswer>;
  /** For supervisors of the region that decided. */
  list(staff: Staff): Promise<RatingRecord[]>;
  /** @throws TB_NOT_FOUND, TB_ROLE_MISSING */
  followUp(ratingId: string, staff: Staff): Promise<RatingRecord>;
}

const LISTED = 500;

/** 好差评 of the acts of cases at home here. */
export function ratings({db, rules, access, tickets, tags}: {db: Db; rules: Rules; access: Access; tickets: Tickets; tags: Seeds['ratingTags']}): Ratings {
  /** @throws TB_SIGN_IN_REQUIRED, TB_FORBIDDEN */
  async function ownCase(number: string, rater: Principal | undefined): Promise<Case> {
    if (rater?.kind !== 'person') throw new TbError(rater ? 'TB_FORBIDDEN' : 'TB_SIGN_IN_REQUIRED');
    const {file} = await loadCase(db, number);
    await access.contextFor(file, await partyOf(db, file.partyId), rater);
    return file;
  }

  /** The first act that waits for a rating; the last one when none does, and nothing before there is one. */
  async function nextAct({caseNo, acts}: Case): Promise<string> {
    const rows = await db.selectFrom('ratings').select('act').where('case_no', '=', caseNo).execute();
    const rated = new Set(rows.map(({act}) => act));
    const next = acts.find(({act}) => !rated.has(act)) ?? acts[acts.length - 1];
    return next?.act ?? '';
  }

  return {
    async ticket(number, act, staff) {
      const {file} = await loadCase(db, number);
      await access.contextFor(file, await partyOf(db, file.partyId), staff);
      requireAct(file, act);
      if (await ratingOf(db, file.caseNo, act)) throw new TbError('TB_RATING_REPLAYED');
      return tickets.issue(file.caseNo, act, rules.now());
    },

    async invitation(of, reader) {
      const ticket = of.by === 'ticket' ? await tickets.look(db, of.ticket, rules.now()) : undefined;
      const file = of.by === 'ticket' ? (await loadCase(db, ticket!.caseNo)).file : await ownCase(of.caseNo, reader);
      const wanted = of.by === 'ticket' ? ticket!.act : (of.act ?? (await nextAct(file)));
      const act = requireAct(file, wanted);
      const record = await ratingOf(db, file.caseNo, act.act);
      const isOwn = of.by === 'case' && record !== undefined && record.raterId === reader?.id;
      return {
        itemName: file.itemName, office: act.office, act: act.act, actName: act.name, at: act.at, rated: record !== undefined || (ticket?.isUsed ?? false),
        ...(ticket && {expiresAt: ticket.expiresAt}),
        ...(isOwn && {given: givenIn(record, act, rules.now())}),
        tagVersion: tags.version,
        levels: tags.levels.map(({star, name, bad, tags: words}) => ({star, name, bad, tags: words.map(({code, text}) => ({code, text}))})),
      };
    },

    async rate(input, rater, command) {
      const {subject} = input;
      const sender = subject.by === 'ticket' ? `ticket ${sha256(subject.ticket)}` : ownerOf(rater ?? {kind: 'gateway', id: '', region: ''});
      const before = await recall<RatingAnswer>(db, command, sender);
      if (before) return before;
      requireTagsOfLevel(input, tags.levels);
      const now = rules.now();
      const ticket = subject.by === 'ticket' ? await tickets.look(db, subject.ticket, now) : undefined;
      const file = subject.by === 'ticket' ? (await loadCase(db, ticket!.caseNo)).file : await ownCase(subject.caseNo, rater);
      const act = requireAct(file, subject.by === 'ticket' ? ticket!.act : subject.act);
      const party = await partyOf(db, file.partyId);
      const receivedAt = now.toISOString();

      return once(db, command, sender, now, async (tx) => {
        const earlier = await ratingToChange(tx, file.caseNo, act.act);
        // The same rating under a new key, from a device that lost the answer.
        const same = [earlier, earlier?.before].find((known) => known?.ratingId === input.ratingId);
        if (same) return {answer: {ratingId: same.ratingId, receivedAt: same.receivedAt}, caseNo: file.caseNo};
        requireRateable({act, ...(earlier && {earlier: asEarlier(earlier)})}, input);
        const {stars, tags: chosen, comment, channel, ratingId, ratedAt} = input;
        const raterId = rater?.kind === 'person' ? rater.id : file.partyId;
        const record: RatingRecord = {
          ratingId, caseNo: file.caseNo, act: act.act, taskCode: file.taskCode, taskVersion: file.taskVersion, itemName: file.itemName,
          region: file.homeRegion, office: act.office, officerId: act.officerId, raterName: partyView(party).name, raterId,
          channel, stars, tags: chosen, comment, ratedAt, receivedAt,
        };
        if (earlier) {
          // A ticket says nothing of who holds it.
          if (subject.by === 'ticket' || earlier.raterId !== raterId) throw new TbError('TB_FORBIDDEN');
          await amendRating(tx, earlier, record);
        } else {
          if (subject.by === 'ticket') await tickets.use(tx, subject.ticket, now);
          await addRating(tx, record);
        }
        return {answer: {ratingId, receivedAt}, caseNo: file.caseNo};
      });
    },

    async followUp(ratingId, {id, region, roles}) {
      if (!roles.includes('supervisor')) throw new TbError('TB_ROLE_MISSING');
      return inTransaction(db, async (tx) => {
        const record = await beginFollowUp(tx, ratingId, {at: rules.now().toISOString(), by: id});
        if (!isWithin(record.region, region)) throw new TbError('TB_NOT_FOUND'); // Rolls back.
        return record;
      });
    },

    async list({region, roles}) {
      if (!roles.includes('supervisor')) throw new TbError('TB_ROLE_MISSING');
      const rows = await db.selectFrom('ratings').select(['region', 'record']).orderBy('received_at', 'desc').limit(LISTED).execute();
      return rows.filter((row) => isWithin(row.region, region)).map(({record}) => record as RatingRecord);
    },
  };
}

function givenIn(record: RatingRecord, act: ServiceAct, now: Date): RatingInvitation['given'] {
  const {ratingId, stars, tags, comment, ratedAt} = record;
  return {ratingId, stars, tags, comment, ratedAt, mayAmend: mayAmend({act, earlier: asEarlier(record)}, now.toISOString())};
}

/** @throws TB_RATING_NOT_YET */
function requireAct({acts}: Case, wanted: string): ServiceAct {
  const act = acts.find((candidate) => candidate.act === wanted);
  if (!act) throw new TbError('TB_RATING_NOT_YET');
  return act;
}
