import {assert} from '@open-wc/testing';
import {CaseFile, CaseSummary} from '@tongban/domain/case/case-file.js';
import {Draft} from '@tongban/domain/case/draft.js';
import {isErrorCode} from '@tongban/domain/errors.js';
import {Guide} from '@tongban/domain/guide/guide.js';
import {parse} from '@tongban/domain/parse.js';
import {HeldProof, SessionState} from '@tongban/domain/people/person.js';
import {outboxStates} from '@tongban/domain/outbox/outbox-state.js';
import type {Change, Portal, Shown} from '@tongban/domain/portal.js';
import {Instant} from '@tongban/domain/primitives.js';
import {RatingInvitation} from '@tongban/domain/rating/rating.js';
import type {SearchQuery, SearchResult} from '@tongban/domain/guide/search.js';
import {RegionRow} from '@tongban/domain/regions/regions.js';
import {ItemHead} from '@tongban/domain/guide/service-item.js';

/** A portal to examine, signed in, and what it is known to hold. */
export interface ExaminedPortal {
  readonly portal: Portal;
  /** An item with a guide. */
  readonly taskCode: string;
  /** Words that find it. */
  readonly words: string;
  /** A case of the signed-in person. */
  readonly caseNo: string;
}

/** What cannot be asked where the portal is examined: signing out leaves the page, and a case that has just been filed has no act to rate. */
export interface ExamLimits {
  readonly staysWhenSigningOut: boolean;
  readonly hasActToRate: boolean;
  /** Whether its catalogue answers in tiers, with filters and counts. */
  readonly hasIndex: boolean;
}

/**
 * The exam of every `Portal`: the fixture that stories and element tests use, and the real one. What an element may rely on is
 * asked here, so that a story cannot show what the product would not.
 */
export function testPortal(open: () => Promise<ExaminedPortal>, {staysWhenSigningOut, hasActToRate, hasIndex}: ExamLimits = {staysWhenSigningOut: true, hasActToRate: true, hasIndex: true}): void {
  let examined: ExaminedPortal;
  let portal: Portal;

  beforeEach(async () => {
    examined = await open();
    portal = examined.portal;
  });

  describe('catalogue', () => {
    it('finds an item by its words and says how many there are', async () => {
      const {value} = shown(await portal.catalogue.search({text: examined.words, near: [], scope: 'all', limit: 20}));
      value.hits.forEach(({item}) => parse(ItemHead, item));
      assert.include(value.hits.map(({item}) => item.taskCode), examined.taskCode);
      assert.isAtLeast(value.total, value.hits.length);
      assert.isAtLeast(value.of, value.total);
    });

    it('highlights parts that lie inside the name, in order', async () => {
      const {value} = await portal.catalogue.search({text: examined.words, near: [], scope: 'all', limit: 20});
      for (const {item, highlights} of value.hits) {
        let end = 0;
        for (const [start, length] of highlights) {
          assert.isAtLeast(start, end);
          assert.isAbove(length, 0);
          end = start + length;
        }
        assert.isAtMost(end, item.name.length);
      }
    });

    if (hasIndex) {
      it('begins the full answer with the names, and says of what only the text brought where it stands', async () => {
        const query: SearchQuery = {text: examined.words.split(' ')[0] ?? '', near: [], scope: 'all', limit: 20};
        const names = (await portal.catalogue.search({...query, tier: 'names'})).value;
        const full = (await portal.catalogue.search({...query, tier: 'full'})).value;
        assert.isAtLeast(full.total, names.total);
        const codes = ({hits}: SearchResult) => hits.map(({item}) => `${item.region} ${item.taskCode}`);
        assert.deepEqual(codes(full).slice(0, names.hits.length), codes(names));
        assert.isTrue(names.hits.every(({by}) => by !== 'text'));
        const fromText = (await portal.catalogue.search({...query, tier: 'full', offset: names.total})).value.hits;
        assert.isTrue(fromText.every(({by, snippet}) => by === 'text' && snippet !== undefined));
      });

      it('browses without words, by themes, and counts what each filter would leave', async () => {
        const {value} = await portal.catalogue.search({text: '', near: [], scope: 'all', limit: 1});
        const [theme, count] = value.facets?.themes[0] ?? assert.fail('no themes');
        const themed = (await portal.catalogue.search({text: '', near: [], scope: 'all', limit: 20, filters: {themes: [theme]}})).value;
        assert.equal(themed.total, count);
        assert.isTrue(themed.hits.every(({item}) => item.themes.includes(theme)));
      });

      it('filters by a region and what lies in it', async () => {
        const {value} = await portal.catalogue.search({text: '', near: [], scope: 'all', limit: 20, filters: {regions: ['320000']}});
        assert.isNotEmpty(value.hits);
        assert.isTrue(value.hits.every(({item}) => item.region.startsWith('32')));
      });
    }

    it('says how its list stands', async () => {
      const {list} = await portal.catalogue.state();
      if (list) parse(Instant, list.publishedAt);
      assert.isAbove(list?.items ?? 0, 0);
    });

    it('keeps to the limit', async () => {
      const {value} = await portal.catalogue.search({text: '', near: [], scope: 'all', limit: 1});
      assert.isAtMost(value.hits.length, 1);
    });

    it('answers words that nothing matches with no hits', async () => {
      const {value} = await portal.catalogue.search({text: '绝无此事项甲乙丙', near: [], scope: 'all', limit: 20});
      assert.deepEqual([value.hits.length, value.total], [0, 0]);
    });

    it('hands out a guide that keeps its contract', async () => {
      parse(Guide, shown(await portal.catalogue.guide(examined.taskCode)).value);
    });

    it('refuses an item nobody knows', () => rejects(portal.catalogue.guide('no-such-item'), 'TB_ITEM_UNKNOWN'));

    it('lists provinces, and what lies below one', async () => {
      const provinces = await portal.catalogue.regions();
      provinces.forEach((region) => parse(RegionRow, region));
      assert.isTrue(provinces.every(({level}) => level === 'province'));
      const below = await portal.catalogue.regions('320000');
      assert.isNotEmpty(below);
      assert.isTrue(below.every(({parent}) => parent === '320000'));
    });
  });

  it('keeps what was answered before there is a draft, item by item', async () => {
    await portal.answers.keep(examined.taskCode, {channel: 'self'});
    await portal.answers.keep('another-item', {channel: 'agent'});
    assert.deepEqual(await portal.answers.kept(examined.taskCode), {channel: 'self'});
    await portal.answers.keep(examined.taskCode, {});
    assert.deepEqual(await portal.answers.kept(examined.taskCode), {});
    await portal.answers.keep('another-item', {});
  });

  describe('session', () => {
    it('says who is signed in', async () => {
      assert.equal(parse(SessionState, await portal.session.current()).status, 'signedIn');
    });

    it('refuses to act under a delegation nobody gave', () => rejects(portal.session.actUnder('no-such-delegation'), 'TB_DELEGATION_MISSING'));
  });

  describe('drafts', () => {
    it('opens one for an item and keeps what is changed', async () => {
      const heard = changesOf(portal);
      const draft = parse(Draft, await portal.cases.openDraft({taskCode: examined.taskCode}));
      await portal.cases.saveDraft(draft.draftId, {answers: {channel: 'self'}});
      assert.deepEqual((await portal.cases.draft(draft.draftId)).answers, {channel: 'self'});
      assert.deepInclude(heard, {about: 'draft', draftId: draft.draftId});
    });

    it('attaches a file and takes it off again', async () => {
      const {draftId} = await portal.cases.openDraft({taskCode: examined.taskCode});
      const {attachmentId} = await portal.cases.attach(draftId, 'bank', new File(['%PDF-1.4'], 'bank.pdf', {type: 'application/pdf'}), 'bank.pdf');
      assert.isTrue((await portal.cases.draft(draftId)).attachments.some((attachment) => attachment.attachmentId === attachmentId));
      const {attachments} = await portal.cases.detach(draftId, attachmentId);
      assert.isFalse(attachments.some((attachment) => attachment.attachmentId === attachmentId));
    });

    it('refuses a kind of file that is not accepted', async () => {
      const {draftId} = await portal.cases.openDraft({taskCode: examined.taskCode});
      await rejects(portal.cases.attach(draftId, 'bank', new File(['MZ'], 'setup.exe', {type: 'application/x-msdownload'}), 'setup.exe'), 'TB_UPLOAD_TYPE');
    });

    it('submits nothing while a required field is empty', async () => {
      const {draftId} = await portal.cases.openDraft({taskCode: examined.taskCode});
      await portal.cases.saveDraft(draftId, {fields: {}});
      await rejects(portal.cases.submit(draftId), 'TB_FIELD_REQUIRED');
      assert.equal((await portal.cases.draft(draftId)).status, 'editing');
    });

    it('refuses a draft nobody knows', () => rejects(portal.cases.draft('no-such-draft'), 'TB_DRAFT_UNKNOWN'));
  });

  describe('cases', () => {
    it('lists and shows the cases of the signed-in person', async () => {
      const list = shown(await portal.cases.mine()).value.map((row) => parse(CaseSummary, row));
      assert.include(list.map(({caseNo}) => caseNo), examined.caseNo);
      const file = parse(CaseFile, shown(await portal.cases.get(examined.caseNo)).value);
      assert.equal(file.caseNo, examined.caseNo);
    });

    it('refuses to withdraw on a revision that is not that of the case', async () => {
      const {value} = await portal.cases.get(examined.caseNo);
      await rejects(portal.cases.withdraw(examined.caseNo, value.revision + 1), 'TB_CASE_STALE');
    });

    it('refuses a case nobody knows', () => rejects(portal.cases.get('no-such-case'), 'TB_NOT_FOUND'));
  });

  it('says what the government already holds', async () => {
    (await portal.certificates.held(examined.taskCode)).forEach((proof) => parse(HeldProof, proof));
  });

  if (hasActToRate) {
    it('invites to rate with five levels and nothing preset', async () => {
      const {value} = shown(await portal.ratings.invitation({caseNo: examined.caseNo}));
      parse(RatingInvitation, value);
      assert.deepEqual(value.levels.map(({star}) => star).sort(), [1, 2, 3, 4, 5]);
    });

    describe('outbox', () => {
      it('lists what is on its way, each in a state that has words', async () => {
        const {value} = shown(await portal.outbox.list());
        for (const {commandId, state, queuedAt} of value.entries) {
          assert.property(outboxStates, state, commandId);
          parse(Instant, queuedAt);
        }
        if (value.lastReceiptAt !== undefined) parse(Instant, value.lastReceiptAt);
      });

      it('can be hurried at any time', () => portal.outbox.sendNow());

      it('gives up what is gone already without a word', () => portal.outbox.giveUp('no-such-command'));
    });

    it('begins no payment where nothing is to be paid', () => rejects(portal.payments.begin(examined.caseNo, location.href), 'TB_FEE_SETTLED'));
  }

  if (staysWhenSigningOut) {
    it('signs out and tells its listeners', async () => {
      const heard = changesOf(portal);
      await portal.session.signOut();
      assert.equal((await portal.session.current()).status, 'anonymous');
      assert.include(heard.map(({about}) => about), 'session');
    });

    it('tells nobody who has stopped listening', async () => {
      let heard = 0;
      portal.onChange(() => heard++)();
      await portal.session.signOut();
      assert.equal(heard, 0);
    });
  }
}

function shown<T>(answer: Shown<T>): Shown<T> {
  parse(Instant, answer.asOf);
  assert.isBoolean(answer.stale);
  return answer;
}

function changesOf(portal: Portal): Change[] {
  const heard: Change[] = [];
  portal.onChange((change) => heard.push(change));
  return heard;
}

/** Held by name, so that errors that crossed a thread pass too. */
async function rejects(promise: Promise<unknown>, code: string): Promise<void> {
  const error = await promise.then(
    () => assert.fail(`should have been refused with ${code}`),
    (reason: unknown) => reason,
  );
  assert.equal(error instanceof Error && isErrorCode(error.name) ? error.name : String(error), code);
}
