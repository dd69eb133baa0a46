import {SpecialDays, type CalendarFeed} from '@tongban/domain/time/calendar.js';
import * as v from 'valibot';
import {parseRow, rowFault, type RowFault} from './row-fault.js';

const HolidaysFeed = v.object({
  meta: v.looseObject({coverage: v.tuple([v.string(), v.string()])}),
  years: v.record(v.string(), v.unknown()),
});

export interface HolidaysRead {
  readonly rows: number;
  readonly data: {meta: Record<string, unknown>; years: CalendarFeed['years']};
  readonly faults: readonly RowFault[];
}

/**
 * A holiday calendar, a row being a year. A faulty year ends the coverage before it: a year that is missing inside the coverage
 * would pass for one without holidays.
 */
export function importHolidays(input: unknown): HolidaysRead {
  const {meta, years} = v.parse(HolidaysFeed, input);
  const faults: RowFault[] = [];
  const kept: CalendarFeed['years'] = {};
  const [first] = meta.coverage;
  let [, last] = meta.coverage;
  let isOver = false;

  Object.keys(years)
    .sort()
    .forEach((year, index) => {
      const days = parseRow(SpecialDays, years[year], (field, code, reason) =>
        faults.push(rowFault(index + 1, field ? `${year}.${field}` : year, code, reason)),
      );
      const clash = days?.holidays.find((day) => days.workdays.includes(day));
      if (clash)
        faults.push(
          rowFault(index + 1, `${year}.workdays`, 'TB_IMPORT_ROW', {
            zh: `${clash} 既是假日又是工作日。`,
            en: `${clash} is both a day off and a workday.`,
          }),
        );
      if (days && !clash && !isOver) {
        kept[year] = days;
        return;
      }
      if (!isOver && `${year}-01-01` <= last) last = `${Number(year) - 1}-12-31`;
      isOver = true;
    });
  return {rows: Object.keys(years).length, data: {meta: {...meta, coverage: [first, last]}, years: kept}, faults};
}
