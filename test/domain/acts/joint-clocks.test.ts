import {assert} from '@open-wc/testing';
import {Agreement, type PartLimits} from '@tongban/domain/agreements/agreement.js';
import type {PartPlan} from '@tongban/domain/acts/opening.js';
import {caseView} from '@tongban/domain/case/case-view.js';
import type {Limit} from '@tongban/domain/guide/limit.js';
import {parse} from '@tongban/domain/parse.js';
import {parseCalendarFeed} from '@tongban/domain/time/calendar.js';
import {dueOf, type Clock} from '@tongban/domain/time/clocks.js';
import {sumOfLimits} from '@tongban/domain/time/sum-of-limits.js';
import fc from 'fast-check';
import holidays from '../../../demo/data/holidays-cn.json';
import {anAgreement, calendar, CaseWalk, MONDAY, SHANGHAI, staff, SUZHOU} from '../../fixtures/cases.js';
import {throwsWith} from '../../support/throws-with.js';
import {naiveDue} from '../time/naive-due.js';

const feed = parseCalendarFeed(holidays);
const [local, shanghai, chief] = [staff('suzhouReviewer'), staff('shanghai'), staff('shanghaiChief')];
const days = (value: number | null, unit: Limit['unit'] = 'workday'): Limit => ({value, unit});
const partLimits: PartLimits = {local: {legal: days(20, 'day'), promised: days(5)}, partner: {legal: days(40, 'day'), promised: days(15)}};
const agreements = (limits: PartLimits | undefined) => [anAgreement({kind: 'joint', ...(limits && {partLimits: {'002099008000': limits}})})];

const accepted = (context: ConstructorParameters<typeof CaseWalk>[0]) => new CaseWalk(context).takeInWalkIn({mode: 'joint'}, local).act(local, 'accept', {}).act(local, 'startReview', {});
const clocksOf = ({file}: CaseWalk, part?: string) => file.clocks.filter((clock) => clock.part === part && (clock.kind === 'legal' || clock.kind === 'promised'));
const dueIn = (clock: Clock | undefined) => dueOf(clock!, calendar);

describe('the limits of a joint case', () => {
  it('are of the agreement: the case has what its parts have together', () => {
    const {file} = accepted({agreements: agreements(partLimits)});
    assert.deepEqual([file.legal, file.promised], [days(60, 'day'), days(20)]);
    assert.deepEqual(clocksOf(accepted({agreements: agreements(partLimits)})).map(({limit}) => limit), [days(60, 'day'), days(20)]);
  });

  it('are those of the guide where the agreement sets none, and no part has a clock', () => {
    const walk = accepted({agreements: agreements(undefined)});
    assert.deepEqual(walk.file.promised, walk.context().guide.promised);
    assert.isEmpty(clocksOf(walk.act(local, 'startPart', {part: 'local'}), 'local'));
  });

  it('of a part run from its start to its decision, and no further', () => {
    const walk = accepted({agreements: agreements(partLimits)});
    assert.isEmpty(clocksOf(walk, 'local'));
    walk.on('2026-03-04').act(local, 'startPart', {part: 'local'});
    assert.deepEqual(clocksOf(walk, 'local').map(({kind, start, limit}) => [kind, start, limit.value]), [['legal', '2026-03-04', 20], ['promised', '2026-03-04', 5]]);
    walk.on('2026-03-06').act(local, 'decidePart', {part: 'local', outcome: 'grant'});
    assert.deepEqual(clocksOf(walk, 'local').map(({stoppedOn}) => stoppedOn), ['2026-03-06', '2026-03-06']);
    walk.on('2026-03-09').act(shanghai, 'startPart', {part: 'partner'});
    assert.deepEqual(clocksOf(walk, 'partner').map(({start}) => start), ['2026-03-09', '2026-03-09']);
    assert.isTrue(clocksOf(walk).every(({stoppedOn}) => stoppedOn === undefined), 'the case goes on');
    const {clocks} = caseView(walk.file, {context: walk.context({actor: shanghai}), party: {userType: 'person', name: '顾秀兰', idNo: '999320196603159026'}});
    assert.deepEqual(clocks.filter(({state}) => state === 'running').map(({kind, part}) => [kind, part]), [['legal', undefined], ['promised', undefined], ['legal', 'partner'], ['promised', 'partner']]);
  });

  it('pause together in a special procedure, and a part that has ended does not', () => {
    const walk = accepted({agreements: agreements(partLimits)})
      .act(local, 'startPart', {part: 'local'}).on('2026-03-03').act(local, 'decidePart', {part: 'local', outcome: 'grant'})
      .act(shanghai, 'startPart', {part: 'partner'}).on('2026-03-04')
      .act(shanghai, 'suspend', {name: '专家评审', reason: '需要评审', basis: '第五条', countsInLimit: false})
      .on('2026-03-11').act(shanghai, 'resume', {}).on('2026-03-12');
    assert.deepEqual([...clocksOf(walk), ...clocksOf(walk, 'partner')].map(({pauses}) => pauses.length), [1, 1, 1, 1]);
    assert.deepEqual(clocksOf(walk, 'local').map(({pauses}) => pauses.length), [0, 0]);
    walk.act(chief, 'extend', {workdays: 3, reason: '案情复杂'});
    assert.deepEqual([...clocksOf(walk), ...clocksOf(walk, 'partner')].map(({extraWorkdays}) => extraWorkdays), [3, 3, 3, 3]);
  });

  it('count in one unit, or the agreement is none', () => {
    const mixed = {...partLimits, partner: {...partLimits.partner, promised: days(15, 'day')}};
    throwsWith('TB_CONTRACT_INVALID', () => parse(Agreement, anAgreement({kind: 'joint', partLimits: {'002099008000': mixed}})));
    throwsWith('TB_CONTRACT_INVALID', () => sumOfLimits([days(1), days(1, 'day')]));
    assert.deepEqual(parse(Agreement, anAgreement({kind: 'joint', partLimits: {'002099008000': partLimits}})).partLimits, {'002099008000': partLimits});
  });

  it('add up: 即办 takes no days, and no limit for one is no limit for all', () => {
    assert.deepEqual(sumOfLimits([days(5), days(null, 'instant'), days(3)]), days(8));
    assert.deepEqual(sumOfLimits([days(null, 'instant'), days(null, 'onSpot')]), days(null, 'instant'));
    assert.deepEqual(sumOfLimits([days(5), days(null)]), days(null));
  });

  /** Any number of parts, each after the one before. */
  const anyParts = (units: readonly Limit['unit'][]) =>
    fc.record({unit: fc.constantFrom(...units), values: fc.array(fc.nat(12), {minLength: 1, maxLength: 5})}).map(({unit, values}) =>
      values.map((value, index): PartPlan => ({
        part: `p${index}`, name: `第${index + 1}部分`, region: index === 0 ? SUZHOU : SHANGHAI, after: index === 0 ? [] : [`p${index - 1}`],
        legal: days(value + 10, unit), promised: days(value, unit),
      })),
    );

  it('give the case the due date of a naive sum, by any parts', () => {
    fc.assert(
      fc.property(anyParts(['workday', 'day']), (parts) => {
        const walk = accepted({agreements: agreements(undefined), parts});
        for (const kind of ['legal', 'promised'] as const) {
          let sum = 0;
          for (const part of parts) sum += part[kind]!.value!;
          const clock = walk.file.clocks.find((each) => each.kind === kind);
          const naive: Clock = {kind, start: MONDAY, limit: days(sum, parts[0]![kind]!.unit), pauses: []};
          assert.deepEqual(dueIn(clock), naiveDue(naive, feed, MONDAY));
        }
      }),
      {numRuns: 60},
    );
  });

  it('let the last part end on the day the case is due, when each part takes all its workdays', () => {
    fc.assert(
      fc.property(anyParts(['workday']), (parts) => {
        const walk = accepted({agreements: agreements(undefined), parts});
        const caseDue = dueIn(walk.file.clocks.find(({kind, part}) => kind === 'promised' && part === undefined));
        for (const {part, region} of parts) {
          const officer = region === SUZHOU ? local : shanghai;
          walk.act(officer, 'startPart', {part});
          const due = dueIn(clocksOf(walk, part).find(({kind}) => kind === 'promised'));
          assert.property(due, 'on');
          walk.on((due as {on: string}).on).act(officer, 'decidePart', {part, outcome: 'grant'});
        }
        assert.propertyVal(caseDue, 'on', walk.file.clocks[walk.file.clocks.length - 1]!.stoppedOn);
      }),
      {numRuns: 40},
    );
  });
});
