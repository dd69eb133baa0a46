import type {Agreement} from '@tongban/domain/agreements/agreement.js';
import type {CaseFile, CaseSummary} from '@tongban/domain/case/case-file.js';
import type {Draft} from '@tongban/domain/case/draft.js';
import {TbError, type ErrorCode} from '@tongban/domain/errors.js';
import type {Guide} from '@tongban/domain/guide/guide.js';
import type {Answers} from '@tongban/domain/guide/when.js';
import type {HeldProof, SessionState, StaffView} from '@tongban/domain/people/person.js';
import type {Outbox} from '@tongban/domain/outbox/outbox.js';
import type {AnswersPort, CatalogueState, Change, Portal} from '@tongban/domain/portal.js';
import type {RatingInvitation, RatingRecord} from '@tongban/domain/rating/rating.js';
import type {RegionRow} from '@tongban/domain/regions/regions.js';
import type {ServiceItem} from '@tongban/domain/guide/service-item.js';
import {fixtureCases} from './fixture-cases.js';
import {fixtureCatalogue} from './fixture-catalogue.js';
import {fixtureOutbox} from './fixture-outbox.js';
import {fixturePayments} from './fixture-payments.js';
import {fixtureRatings} from './fixture-ratings.js';
import {fixtureSession} from './fixture-session.js';
import {fixtureStaff} from './fixture-staff.js';
import {agreements} from './fixtures/agreements.js';
import {caseFile, freshDraft, summaryOf} from './fixtures/cases.js';
import {fundRetireGuide} from './fixtures/guides.js';
import {serviceItems} from './fixtures/items.js';
import {heldForRetiree, retiree, signedInAs} from './fixtures/people.js';
import {officeCases} from './fixtures/office.js';
import {ratingRecords} from './fixtures/rating-records.js';
import {allSent} from './fixtures/outbox.js';
import {ratingInvitation} from './fixtures/ratings.js';
import {regions} from './fixtures/regions.js';
import {EARLIER, NOW} from './fixtures/times.js';
import type {WalkedCase} from './fixtures/walked-case.js';
import {answering, type Answering} from './answering.js';

/** What the fixture portal holds. Everything but what a story is about can be left to its default. */
export interface World {
  session: SessionState;
  items: ServiceItem[];
  /** How that list stands on this device. */
  list: CatalogueState;
  guides: Guide[];
  regions: RegionRow[];
  held: HeldProof[];
  /** What `openDraft` opens; other fields of it follow what is asked for. */
  draft: Draft;
  cases: CaseFile[];
  summaries: CaseSummary[];
  invitation: RatingInvitation;
  outbox: Outbox;
  /** Makes the page a staff window; who signs in there. */
  staff?: StaffView;
  /** The cases of that window. `cases` and `summaries` then follow from them. */
  office: readonly WalkedCase[];
  agreements: readonly Agreement[];
  ratingRecords: readonly RatingRecord[];
  /** Fails this call (`cases.submit`, `session.signIn` …) with this code. */
  failing: Readonly<Record<string, ErrorCode>>;
}

export type PortalState = 'waiting' | 'ready' | 'empty' | 'failed' | 'stale';

/** A `Portal` in memory, for stories and element tests, with two handles of its own. */
export interface FixturePortal extends Portal {
  /** What it holds now: tests read it to see what an element did. */
  readonly world: World;
  /** Says that something changed, as another tab or the gateway would. */
  announce(change: Change): void;
  /** The calls so far, by name: `session.signIn`. */
  readonly calls: readonly {readonly name: string; readonly args: readonly unknown[]}[];
}

/**
 * A portal whose questions are all answered in one of the five ways: `waiting` never answers, `empty` finds nothing, `failed`
 * rejects with TB_GATEWAY, `stale` answers with a copy. What a person does (save, submit, rate) works in `ready` and `stale`.
 */
export function fixturePortal(state: PortalState = 'ready', own: Partial<World> = {}): FixturePortal {
  const cases = own.cases ?? [caseFile];
  const world: World = {
    session: signedInAs(retiree),
    items: serviceItems,
    list: {list: {edition: '2026年第四季度', sequence: 12, items: serviceItems.length, publishedAt: EARLIER}, asOf: NOW, kept: true, texts: true},
    guides: [fundRetireGuide],
    regions,
    held: heldForRetiree,
    draft: freshDraft,
    summaries: cases.map(summaryOf),
    invitation: ratingInvitation,
    outbox: allSent,
    office: officeCases,
    agreements,
    ratingRecords,
    failing: {},
    ...own,
    cases,
  };
  const kept = new Map<string, Answers>();
  const listeners = new Set<(change: Change) => void>();
  const announce = (change: Change) => listeners.forEach((listener) => listener(change));
  const calls: {name: string; args: readonly unknown[]}[] = [];
  const answer = answering(state);
  const use: PortUse = {world, answer, announce};

  return {
    world,
    announce,
    calls,
    catalogue: recorded('catalogue', fixtureCatalogue(use)),
    answers: recorded('answers', {
      keep: async (taskCode, answers) => void kept.set(taskCode, answers),
      kept: async (taskCode) => kept.get(taskCode) ?? {},
    } satisfies AnswersPort),
    session: recorded('session', fixtureSession(use)),
    cases: recorded('cases', fixtureCases(use)),
    certificates: recorded('certificates', {held: () => answer.plain(() => (world.session.status === 'signedIn' ? world.held : []), [])}),
    ratings: recorded('ratings', fixtureRatings(use)),
    payments: recorded('payments', fixturePayments(use)),
    outbox: recorded('outbox', fixtureOutbox(use)),
    ...(world.staff && {staff: recorded('staff', fixtureStaff(use))}),
    onChange(listener) {
      listeners.add(listener);
      if (state === 'stale') queueMicrotask(() => listener({about: 'network', online: false}));
      return () => listeners.delete(listener);
    },
  };

  function recorded<Port extends object>(portName: string, port: Port): Port {
    return new Proxy(port, {
      get: (target, key) => {
        const method: unknown = Reflect.get(target, key);
        if (typeof method !== 'function' || typeof key !== 'string') return method;
        return (...args: unknown[]): unknown => {
          const name = `${portName}.${key}`;
          calls.push({name, args});
          const code = world.failing[name];
          return code ? Promise.reject(new TbError(code)) : (method as (...args: unknown[]) => unknown)(...args);
        };
      },
    });
  }
}

/** What each port of the fixture portal works with. */
export interface PortUse {
  readonly world: World;
  readonly answer: Answering;
  readonly announce: (change: Change) => void;
}
