import {caseNumber, homeRegionOf, isCaseNumber, parseCaseNumber} from '@tongban/domain/case/case-numbers.js';
import {dateOfDay, dayNumber} from '@tongban/domain/time/civil-date.js';
import {docNumber, paperKindOf, seqOfPaper} from '@tongban/domain/papers/doc-numbers.js';
import {PaperKind} from '@tongban/domain/papers/paper.js';
import {isShortCode, shortCodeOf} from '@tongban/domain/papers/short-code.js';
import {assert} from '@open-wc/testing';
import fc from 'fast-check';
import {aGuide} from '../../fixtures/guides.js';
import {throwsWith} from '../../support/throws-with.js';

const {taskCode} = aGuide();
const dates = fc.integer({min: dayNumber('2021-01-01'), max: dayNumber('2099-12-31')}).map(dateOfDay);
const serials = fc.oneof(fc.integer({min: 1, max: 9999}), fc.integer({min: 10_000, max: 999_999}));
const handling = fc.option(fc.integer({min: 0, max: 99}).map((n) => String(n).padStart(2, '0')), {nil: ''});

describe('a case number', () => {
  it('is the task code, the date and the serial of the day', () => {
    assert.equal(caseNumber(taskCode, '2026-03-02', 7), `${taskCode}202603020007`);
    assert.equal(caseNumber(taskCode, '2026-03-02', 9999), `${taskCode}202603029999`);
    assert.equal(caseNumber(taskCode, '2026-03-02', 10_000), `${taskCode}20260302010000`);
  });

  it('comes apart again, also where 45 characters can be read two ways', () => {
    fc.assert(
      fc.property(handling, dates, serials, (suffix, date, serial) => {
        const caseNo = caseNumber(taskCode + suffix, date, serial);
        assert.isAtMost(caseNo.length, 50);
        assert.deepEqual(parseCaseNumber(caseNo), {taskCode: taskCode + suffix, date, serial, homeRegion: '310000'});
      }),
      {numRuns: 2000},
    );
  });

  it('says where its authority is', () => {
    assert.equal(homeRegionOf(`${taskCode}202603020001`), '310000');
  });

  it('that is none is refused', () => {
    for (const text of ['', taskCode, `${taskCode}202602300001`, `${taskCode}202603020000`, `${taskCode}20260302009999`, `${taskCode}20260302001`, 'SZ01-000123', `${taskCode}201903020001`]) {
      assert.isFalse(isCaseNumber(text), text);
      throwsWith('TB_CODE_INVALID', () => parseCaseNumber(text));
    }
    for (const serial of [0, 1_000_000, 1.5]) throwsWith('TB_CODE_INVALID', () => caseNumber(taskCode, '2026-03-02', serial));
    throwsWith('TB_CODE_INVALID', () => caseNumber('11310000', '2026-03-02', 1));
    throwsWith('TB_CODE_INVALID', () => caseNumber(taskCode, '2026-02-30', 1));
  });
});

describe('a short code', () => {
  const codes = fc.tuple(dates, serials, fc.nat(3)).map(([date, serial, attempt]) => shortCodeOf(caseNumber(taskCode, date, serial), attempt));

  it('has eight signs that look and sound different', () => {
    fc.assert(fc.property(codes, (code) => {
      assert.match(code, /^[2-9A-HJKMNP-Z]{8}$/);
      assert.isTrue(isShortCode(code));
      assert.isTrue(isShortCode(code.toLowerCase()));
    }));
  });

  it('with one wrong sign or two neighbours swapped is none', () => {
    fc.assert(
      fc.property(codes, fc.nat(7), fc.constantFrom(...'23456789ABCDEFGHJKMNPQRSTUVWXYZ'), (code, index, sign) => {
        const wrong = code.slice(0, index) + sign + code.slice(index + 1);
        assert.equal(isShortCode(wrong), wrong === code);
        const [a = '', b = ''] = code.slice(index, index + 2);
        const swapped = code.slice(0, index) + b + a + code.slice(index + 2);
        assert.equal(isShortCode(swapped), swapped === code);
      }),
      {numRuns: 500},
    );
  });

  it('spreads: a thousand cases of a day get a thousand codes', () => {
    const all = Array.from({length: 1000}, (_, index) => shortCodeOf(caseNumber(taskCode, '2026-03-02', index + 1)));
    assert.equal(new Set(all).size, 1000);
    assert.notEqual(shortCodeOf('x', 0), shortCodeOf('x', 1));
  });

  it('is nothing else', () => {
    for (const text of ['', 'ABCDEFG', 'ABCDEFGHI', '0OIL1111', `${taskCode}202603020001`]) assert.isFalse(isShortCode(text));
  });
});

describe('a paper\'s number', () => {
  it('names the case, the event and the kind', () => {
    for (const kind of PaperKind.options) {
      const docNo = docNumber('CASE', 12, kind);
      assert.deepEqual([paperKindOf(docNo), seqOfPaper(docNo)], [kind, 12]);
    }
    throwsWith('TB_LOG_BROKEN', () => paperKindOf('CASE-01XX'));
    throwsWith('TB_NOT_FOUND', () => seqOfPaper('CASE'));
  });
});
