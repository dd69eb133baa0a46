import {
  addDays,
  addMonths,
  dateOfDay,
  dayNumber,
  daysBetween,
  isLocalDate,
  localDateOf,
  startOfDay,
  weekdayOf,
} from '@tongban/domain/time/civil-date.js';
import {assert} from '@open-wc/testing';
import * as fc from 'fast-check';
import {throwsWith} from '../../support/throws-with.js';

const DAY_MS = 86_400_000;
/** Any day of the years 1000–9998, as the engine's own clock writes it. */
const anyDay = fc.integer({min: Date.UTC(1000, 0, 1) / DAY_MS, max: Date.UTC(9998, 11, 31) / DAY_MS});
const written = (epochDay: number) => new Date(epochDay * DAY_MS).toISOString().slice(0, 10);

describe('civil dates', () => {
  it('are counted like the engine counts days of UTC', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({min: -4000, max: 4000}), (day, n) => {
        const far = Math.min(Math.max(day + n, Date.UTC(1000, 0, 1) / DAY_MS), Date.UTC(9998, 11, 31) / DAY_MS);
        assert.equal(addDays(written(day), far - day), written(far));
        assert.equal(daysBetween(written(day), written(far)), far - day);
        assert.equal(weekdayOf(written(day)), new Date(day * DAY_MS).getUTCDay() || 7);
        assert.equal(dateOfDay(dayNumber(written(day))), written(day));
      }),
      {numRuns: 500},
    );
  });

  it('reach from year 1 to year 9999 and no further', () => {
    assert.equal(dayNumber('0001-01-01'), 0);
    assert.equal(dateOfDay(dayNumber('9999-12-31')), '9999-12-31');
    throwsWith('TB_CONTRACT_INVALID', () => addDays('9999-12-31', 1));
    throwsWith('TB_CONTRACT_INVALID', () => addDays('0001-01-01', -1));
    throwsWith('TB_CONTRACT_INVALID', () => addDays('2026-01-01', 0.5));
  });

  for (const text of ['2026-02-29', '1900-02-29', '2026-13-01', '2026-00-10', '2026-04-31', '2026-4-01', '26-04-01', '0000-01-01', ' 2026-04-01', '2026-04-01\n', '２０２６-04-01', '']) {
    it(`refuse ${JSON.stringify(text)}`, () => {
      assert.isFalse(isLocalDate(text));
      throwsWith('TB_CONTRACT_INVALID', () => addDays(text, 1));
    });
  }

  it('know leap days', () => {
    assert.isTrue(isLocalDate('2024-02-29'));
    assert.isTrue(isLocalDate('2000-02-29'));
  });

  it('end a month on the same day number or on its last day', () => {
    assert.equal(addMonths('2026-03-15', 1), '2026-04-15');
    assert.equal(addMonths('2026-01-31', 1), '2026-02-28');
    assert.equal(addMonths('2024-01-31', 1), '2024-02-29');
    assert.equal(addMonths('2026-11-30', 3), '2027-02-28');
    assert.equal(addMonths('2026-12-31', 12), '2027-12-31');
    assert.equal(addMonths('2026-03-31', -1), '2026-02-28');
    assert.equal(addMonths('2026-01-15', -1), '2025-12-15');
    throwsWith('TB_CONTRACT_INVALID', () => addMonths('9999-12-31', 1));
  });
});

describe('the civil date in China', () => {
  it('turns at 16:00 UTC', () => {
    assert.equal(localDateOf('2026-02-28T15:59:59.999Z'), '2026-02-28');
    assert.equal(localDateOf('2026-02-28T16:00:00Z'), '2026-03-01');
  });

  it('is the same for one instant in whatever offset it is written', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({min: 0, max: 86_399}), fc.integer({min: -14 * 60, max: 14 * 60}), (day, second, offset) => {
        const ms = (day + 1) * DAY_MS + second * 1000;
        const local = new Date(ms + offset * 60_000).toISOString().slice(0, 19);
        const hours = String(Math.floor(Math.abs(offset) / 60)).padStart(2, '0');
        const minutes = String(Math.abs(offset) % 60).padStart(2, '0');
        const instant = `${local}${offset < 0 ? '-' : '+'}${hours}:${minutes}`;
        assert.equal(localDateOf(instant), new Date(ms + 8 * 3_600_000).toISOString().slice(0, 10));
      }),
    );
  });

  it('begins at midnight UTC+8', () => {
    assert.equal(startOfDay('2026-03-01'), '2026-03-01T00:00:00+08:00');
    assert.equal(localDateOf(startOfDay('2026-03-01')), '2026-03-01');
    throwsWith('TB_CONTRACT_INVALID', () => startOfDay('2026-02-30'));
  });

  for (const text of ['2026-03-01T12:00:00', '2026-03-01', '2026-02-30T12:00:00Z', '2026-03-01T24:00:00Z', '2026-03-01T12:60:00Z', '2026-03-01T12:00:00+8', '']) {
    it(`is not read from ${JSON.stringify(text)}`, () => {
      throwsWith('TB_CONTRACT_INVALID', () => localDateOf(text));
    });
  }
});
