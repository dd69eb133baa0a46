import {actOn} from '@tongban/domain/acts/act-on.js';
import {allowedActions} from '@tongban/domain/acts/allowed.js';
import {Power, Role} from '@tongban/domain/acts/actor.js';
import type {Agreement} from '@tongban/domain/agreements/agreement.js';
import {CaseFile} from '@tongban/domain/case/case-file.js';
import {CaseEvent} from '@tongban/domain/case/case-event.js';
import {CaseState, isTerminal} from '@tongban/domain/case/case-state.js';
import {caseView} from '@tongban/domain/case/case-view.js';
import type {Case} from '@tongban/domain/case/case.js';
import {addDays, localDateOf} from '@tongban/domain/time/civil-date.js';
import {hasCode} from '@tongban/domain/errors.js';
import {emptyLog, mergeLog, type Log} from '@tongban/domain/case/log.js';
import {parse} from '@tongban/domain/parse.js';
import {applyEvent, replay} from '@tongban/domain/case/replay.js';
import {transitions} from '@tongban/domain/acts/transitions.js';
import {assert} from '@open-wc/testing';
import fc from 'fast-check';
import {canDo, everybody, everything, movesOf, walks} from '../../fixtures/case-moves.js';
import {anAgreement, aWalkTo, type CaseWalk, FIELDS, staff} from '../../fixtures/cases.js';
import {throwsWith} from '../../support/throws-with.js';

const states = CaseState.options;

/** As it would arrive from another gateway. */
const overTheWire = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

describe('the table of transitions', () => {
  it('leads from every state that is no end to an end, without voiding and without the applicant giving up', () => {
    const rows = Object.entries(transitions).filter(([action]) => action !== 'void' && action !== 'withdraw');
    const next = (state: CaseState) =>
      rows.filter(([, {from}]) => from.includes(state)).map(([, {to}]): CaseState => (to === 'same' ? state : to === 'back' ? 'atHome' : to));
    for (const state of states.filter((each) => !isTerminal(each))) {
      const reached = new Set<CaseState>([state]);
      for (const each of reached) next(each).forEach((to) => reached.add(to));
      assert.isTrue([...reached].some(isTerminal), state);
    }
  });

  it('leads to every state, and out of no end', () => {
    const targets = new Set(Object.values(transitions).map(({to}) => to));
    for (const state of states) if (state !== 'draft') assert.isTrue(targets.has(state), state);
    for (const {from, to} of Object.values(transitions)) assert.isTrue(to === 'same' || !from.some(isTerminal));
  });

  it('asks of an agent a delegation in force at every act', () => {
    for (const [action, {who = [], guards = []}] of Object.entries(transitions)) {
      if (who.includes('agent')) assert.include(guards, 'delegationInForce', action);
    }
  });

  it('says why for every end but a result and a withdrawal', () => {
    for (const {to, reason, done} of Object.values(transitions)) {
      const needsReason = done === 2 || done === 6 || (done === 5 && to !== 'withdrawn');
      if (needsReason) assert.equal(reason, 'always', to);
    }
  });
});

describe('any legal walk', () => {
  it('can be brought to an end by the offices alone', () => {
    fc.assert(
      fc.property(walks, (walk) => {
        assert.isTrue(canEnd(walk), `stuck in ${walk.file.state}`);
      }),
      {numRuns: 20},
    );
  }).timeout(60_000);

  it('replays to the case it has grown to, also after a trip over the wire', () => {
    fc.assert(
      fc.property(walks, ({events, file}) => {
        assert.deepEqual(replay(events), file);
        assert.deepEqual(overTheWire(replay(overTheWire(events))), overTheWire(file));
        const [first, ...rest] = events;
        const half = rest.slice(0, rest.length >> 1).reduce<Case>(applyEvent, replay([first!]));
        assert.deepEqual(rest.slice(rest.length >> 1).reduce<Case>(applyEvent, half), file);
      }),
      {numRuns: 20},
    );
  }).timeout(60_000);

  it('is made of events that keep their contract and hold no personal data', () => {
    fc.assert(
      fc.property(walks, ({events}) => {
        for (const event of events) parse(CaseEvent, overTheWire(event));
        const log = JSON.stringify(events);
        for (const value of Object.values(FIELDS)) assert.notInclude(log, value);
      }),
      {numRuns: 20},
    );
  }).timeout(60_000);

  it('shows every reader a file that keeps its contract and only masked data', () => {
    const party = {userType: 'person', name: '顾秀兰', idNo: '999320196603159026', mobile: '19900000001'} as const;
    fc.assert(
      fc.property(walks, fc.constantFrom(...everybody), (walk, actor) => {
        const view = overTheWire(caseView(walk.file, {context: walk.context({actor}), party, fields: FIELDS}));
        parse(CaseFile, view);
        const shown = JSON.stringify(view);
        for (const value of [party.name, party.idNo, party.mobile, FIELDS.account]) assert.notInclude(shown, value);
      }),
      {numRuns: 20},
    );
  }).timeout(60_000);

  it('allows before typing whatever it allows after', () => {
    fc.assert(
      fc.property(walks, (walk) => {
        for (const actor of everybody) {
          const {allowed, barred} = allowedActions(walk.file, walk.context({actor}));
          assert.sameMembers([...allowed, ...barred.map(({action}) => action)], Object.keys(transitions));
          for (const {command} of movesOf(walk, [actor])) assert.include(allowed, command.action);
        }
      }),
      {numRuns: 20},
    );
  }).timeout(60_000);

  it('never lets an act happen from a state that does not allow it, and is left as it was', () => {
    fc.assert(
      fc.property(walks, fc.constantFrom(...everybody), fc.constantFrom(...everything), (walk, actor, command) => {
        const file = frozen(walk.file);
        const before = JSON.stringify(file);
        const isIllegal = !transitions[command.action].from.includes(file.state);
        let happened = true;
        try {
          actOn(file, command, walk.context({actor}));
        } catch {
          happened = false;
        }
        assert.isFalse(happened && isIllegal);
        assert.equal(JSON.stringify(file), before);
      }),
      {numRuns: 120},
    );
  }).timeout(60_000);
});

describe('an act out of place', () => {
  it('is refused with the state it would need, for everybody who could do it elsewhere', () => {
    for (const state of ['submitted', 'prechecking', 'returned', 'received', 'forwarding', 'atHome', 'supplement', 'accepted', 'reviewing', 'suspended', 'decided', 'making', 'delivering', 'closed'] as const) {
      const walk = aWalkTo(state);
      const actor = staff('shanghai', {roles: [...Role.options]});
      for (const command of everything.filter(({action}) => transitions[action].staff?.home && !transitions[action].from.includes(state))) {
        throwsWith('TB_CASE_TRANSITION', () => walk.act(actor, command.action, command.payload));
      }
    }
  });
});

describe('power', () => {
  /** Mostly what gives the power, or hardly an act would happen; each part wrong often enough to matter. */
  const mostly = <T>(right: T, ...wrong: T[]) => fc.oneof({weight: 8, arbitrary: fc.constant(right)}, {weight: 2, arbitrary: fc.constantFrom(...wrong)});
  const agreements: fc.Arbitrary<Agreement[]> = fc.array(
    fc.record({
      kind: fc.constantFrom('agent' as const, 'joint' as const),
      home: mostly('310000', '310115', '330000', '320000'),
      window: mostly('320000', '320500', '320600', '330000'),
      items: mostly<string[]>(['002099008000'], [], ['000199001000'], ['000199001000', '002099008000']),
      powers: fc.subarray([...Power.options], {minLength: 2}),
      validFrom: mostly('2026-01-01', '2026-03-02', '2026-03-03', '2026-06-30'),
      validTo: mostly<string | null>(null, '2025-12-31', '2026-03-02', '2026-03-04'),
      revokedOn: mostly<string | undefined>(undefined, '2026-03-02', '2026-03-03'),
    }),
    {maxLength: 4},
  ).map((list) => list.map(({home, window, ...parts}, index) => anAgreement({...parts, id: `agr-${index}`, home: {region: home, dept: ''}, window: {region: window, office: ''}})));

  /** Written down a second time, from domain.md §9 and not from the code. */
  const gives = (agreement: Agreement, {kind, power, day, region}: {kind: string; power: string; day: string; region: string}) =>
    agreement.kind === kind &&
    agreement.home.region === '310000' &&
    (agreement.window.region === region || agreement.window.region === '320000') &&
    agreement.items.includes('002099008000') &&
    agreement.powers.includes(power as never) &&
    agreement.validFrom <= day &&
    (agreement.validTo === null || agreement.validTo >= day) &&
    (agreement.revokedOn === undefined || agreement.revokedOn > day);

  const powerOf = {precheck: 'receive', precheckPass: 'receive', precheckReturn: 'onceNotice', takeIn: 'receive', checkOriginal: 'originalCheck', faceMatch: 'faceMatch',
    returnAtWindow: 'onceNotice', forward: 'receive', onceNotice: 'onceNotice', resubmit: 'receive', fillLack: 'receive', withdraw: 'receive', takeFee: 'receive', handOver: 'deliver',
    accept: 'receive', startReview: 'receive'} as const;

  it('comes from nothing but an agreement in force, for every act at another region\'s window', () => {
    let acts = 0;
    let refusals = 0;
    fc.assert(
      fc.property(walks, agreements, fc.constantFrom(staff('suzhou'), staff('suzhouReviewer'), staff('nantong')), (walk, given, actor) => {
        if (walk.file.mode === 'direct') return; // The window's own power, by the rule of the scene.
        const day = localDateOf(walk.context().at);
        for (const command of everything.filter(({action}) => transitions[action].from.includes(walk.file.state))) {
          const ownPart = command.action === 'startPart' || command.action === 'decidePart' || command.action === 'propose';
          if (ownPart) continue;
          let agreementId: string | undefined;
          try {
            ({agreementId} = actOn(walk.file, command, walk.context({actor, agreements: given})).event);
          } catch (error) {
            if (hasCode(error, 'TB_POWER_MISSING')) refusals++;
            continue;
          }
          acts++;
          const power = powerOf[command.action as keyof typeof powerOf];
          const kind = walk.file.mode;
          assert.isTrue(given.some((each) => each.id === agreementId && gives(each, {kind, power, day, region: actor.region})), `${command.action} by ${actor.region}`);
        }
      }),
      {numRuns: 120},
    );
    assert.isAbove(acts, 20, 'or nothing was tried');
    assert.isAbove(refusals, 20, 'or nothing was refused');
  }).timeout(60_000);

  it('of a role is not lent to another', () => {
    fc.assert(
      fc.property(walks, fc.subarray([...Role.options]), (walk, roles) => {
        const actor = staff('shanghai', {roles});
        for (const {command} of movesOf(walk, [actor])) {
          assert.isTrue(transitions[command.action].staff!.roles.some((role) => roles.includes(role)), command.action);
        }
      }),
      {numRuns: 20},
    );
  }).timeout(60_000);

  it('is nobody\'s who has nothing to do with the case', () => {
    const strangers = [{kind: 'applicant', id: 'stranger', loa: 4} as const, staff('nantong', {region: '510100', roles: [...Role.options]})];
    fc.assert(
      fc.property(walks, (walk) => {
        for (const actor of strangers) for (const command of everything) assert.isFalse(canDo(walk, actor, command), `${actor.kind} ${command.action}`);
      }),
      {numRuns: 20},
    );
  }).timeout(60_000);
});

describe('replicas of a log', () => {
  it('agree on the same events in any order, in any portions, any number of times', () => {
    const fed = walks.chain(({events}) => {
      const feed = fc.array(fc.constantFrom(...events), {maxLength: events.length}).chain((extra) =>
        fc.tuple(fc.shuffledSubarray([...events, ...extra], {minLength: events.length + extra.length}), fc.integer({min: 1, max: 5})),
      );
      return fc.tuple(fc.constant(events), feed, feed);
    });
    fc.assert(
      fc.property(fed, ([events, one, other]) => {
        const [a, b] = [one, other].map(([order, size]) => portions(order, size).reduce<Log>(mergeLog, emptyLog));
        assert.deepEqual(a, b);
        assert.deepEqual(a, {events, held: []});
        assert.deepEqual(replay(a!.events), replay(events));
      }),
      {numRuns: 20},
    );
  }).timeout(60_000);

  it('hold back what came too early', () => {
    const {events} = aWalkTo('atHome');
    const early = mergeLog(emptyLog, events.slice(2));
    assert.deepEqual([early.events.length, early.held.length], [0, events.length - 2]);
    assert.deepEqual(mergeLog(emptyLog, events.slice(2).reverse()), early, 'in whatever order it came');
    assert.deepEqual(mergeLog(early, events.slice(0, 2)), {events, held: []});
  });
});

function portions<T>(list: readonly T[], size: number): T[][] {
  return list.length === 0 ? [] : [[...list.slice(0, size)], ...portions(list.slice(size), size)];
}

/** Whether the offices can bring a case to an end, waiting where nothing else helps. Every situation is looked at once. */
function canEnd(walk: CaseWalk, seen = new Set<string>()): boolean {
  if (isTerminal(walk.file.state)) return true;
  if (seen.has(situationOf(walk))) return false;
  seen.add(situationOf(walk));
  const moves = movesOf(walk, offices).filter(({command}) => command.action !== 'void' && command.action !== 'withdraw');
  for (const {actor, command} of moves) {
    if (canEnd(walk.copy().act(actor, command.action, command.payload), seen)) return true;
  }
  const later = addDays(localDateOf(walk.context().at), 40);
  return later < '2026-12-01' && canEnd(walk.copy().on(later), seen);
}

const offices = everybody.filter(({kind}) => kind === 'staff' || kind === 'system');

/** What decides what can still happen. */
function situationOf(walk: CaseWalk): string {
  const {state, proposal, slots, parts, carrier, decision, delivery, extendedBy, heldBy, payments, feeWaiver} = walk.file;
  const checked = slots.map((slot) => [slot.state, slot.check !== undefined, slot.refusedReason !== undefined]);
  return JSON.stringify([walk.context().at, state, proposal, checked, parts, carrier, decision?.outcome, delivery?.by, extendedBy, heldBy, payments, feeWaiver !== undefined]);
}

function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(frozen);
  }
  return value;
}
