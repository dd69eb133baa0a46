import type {Case, ServiceAct} from '@tongban/domain/case/case.js';
import {TbError} from '@tongban/domain/errors.js';
import {partyView} from '@tongban/domain/case/party-view.js';
import {requireRateable, requireTagsOfLevel} from '@tongban/domain/rating/rating-rules.js';
import type {RatingInput, RatingInvitation, RatingRecord, RatingTicket} from '@tongban/domain/rating/rating.js';
import {isWithin} from '@tongban/domain/regions/region-within.js';
import type {Access} from '../cases/access.js';
import {loadCase, partyOf} from '../cases/case-store.js';
import {once, recall} from '../cases/once.js';
import type {Rules} from '../cases/rules.js';
import type {Seeds} from '../config.js';
import type {Db, Tx} from '../database/database.js';
import type {CommandKey} from '../http/call.js';
import type {Principal} from '../identity/principal.js';
import {ownerOf} from '../uploads/uploads.js';
import {sha256} from '../canonical-hash.js';
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
  rate(input: RatingInput, rater: Principal | undefined, command: CommandKey): Promise<RatingAnswer>;
  /** For supervisors of the region that decided. */
  list(staff: Staff): Promise<RatingRecord[]>;
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

  async function ratingOf(from: Db | Tx, caseNo: string, act: string): Promise<{id: string; receivedAt: string} | undefined> {
    const row = await from.selectFrom('ratings').select(['id', 'received_at']).where('case_no', '=', caseNo).where('act', '=', act).executeTakeFirst();
    return row && {id: row.id, receivedAt: row.received_at.toISOString()};
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
      const isRated = (await ratingOf(db, file.caseNo, act.act)) !== undefined;
      return {
        itemName: file.itemName, office: act.office, act: act.act, actName: act.name, at: act.at, rated: isRated || (ticket?.isUsed ?? false),
        ...(ticket && {expiresAt: ticket.expiresAt}),
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
        const earlier = await ratingOf(tx, file.caseNo, act.act);
        // The same rating under a new key, from a device that lost the answer.
        if (earlier?.id === input.ratingId) return {answer: {ratingId: earlier.id, receivedAt: earlier.receivedAt}, caseNo: file.caseNo};
        requireRateable({act, ...(earlier && {earlier: {amended: true, followedUp: false}})}, input.ratedAt);
        if (subject.by === 'ticket') await tickets.use(tx, subject.ticket, now);
        const {stars, tags: chosen, comment, channel, ratingId, ratedAt} = input;
        const record: RatingRecord = {
          ratingId, caseNo: file.caseNo, act: act.act, taskCode: file.taskCode, taskVersion: file.taskVersion, itemName: file.itemName,
          region: file.homeRegion, office: act.office, officerId: act.officerId,
          raterName: partyView(party).name, raterId: rater?.kind === 'person' ? (rater).id : file.partyId,
          channel, stars, tags: chosen, comment, ratedAt, receivedAt,
        };
        const kept = await tx
          .insertInto('ratings')
          .values({id: ratingId, case_no: file.caseNo, act: act.act, region: file.homeRegion, record: JSON.stringify(record), received_at: now})
          .onConflict((conflict) => conflict.doNothing())
          .returning('id')
          .executeTakeFirst();
        if (!kept) throw new TbError('TB_RATING_REPLAYED');
        return {answer: {ratingId, receivedAt}, caseNo: file.caseNo};
      });
    },

    async list({region, roles}) {
      if (!roles.includes('supervisor')) throw new TbError('TB_ROLE_MISSING');
      const rows = await db.selectFrom('ratings').select(['region', 'record']).orderBy('received_at', 'desc').limit(LISTED).execute();
      return rows.filter((row) => isWithin(row.region, region)).map(({record}) => record as RatingRecord);
    },
  };
}

/** @throws TB_RATING_NOT_YET */
function requireAct({acts}: Case, wanted: string): ServiceAct {
  const act = acts.find((candidate) => candidate.act === wanted);
  if (!act) throw new TbError('TB_RATING_NOT_YET');
  return act;
}
