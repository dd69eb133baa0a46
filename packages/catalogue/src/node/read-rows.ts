import type * as v from 'valibot';
import {parseRow, rowFault, type ReportFault, type RowFault} from './row-fault.js';

/** How rows of one feed become records of ours. */
export interface RowReader<Row, Out> {
  readonly from: v.GenericSchema<unknown, Row>;
  readonly to: v.GenericSchema<unknown, Out>;
  /** Says by `report` what is wrong in the row; whatever is returned then is dropped. */
  convert(row: Row, report: ReportFault): Out;
  /** Two rows with one key: the second is at fault. */
  key(record: Out): {field: string; value: string};
}

export interface RowsRead<Out> {
  readonly rows: number;
  readonly kept: Out[];
  readonly faults: RowFault[];
}

/** Reads every row by itself: a faulty one is reported and left out, and does not stop the rest. */
export function readRows<Row, Out>(rows: readonly unknown[], reader: RowReader<Row, Out>): RowsRead<Out> {
  const kept: Out[] = [];
  const faults: RowFault[] = [];
  const keys = new Set<string>();

  rows.forEach((input, index) => {
    const before = faults.length;
    const report: ReportFault = (field, code, reason) => faults.push(rowFault(index + 1, field, code, reason));
    const row = parseRow(reader.from, input, report);
    const converted = row === undefined ? undefined : reader.convert(row, report);
    const record = faults.length > before ? undefined : parseRow(reader.to, converted, report);
    if (record === undefined) return;

    const {field, value} = reader.key(record);
    if (keys.has(value)) {
      report(field, 'TB_IMPORT_ROW', {
        zh: '与前面的一行重复，已跳过。',
        en: 'Repeats an earlier row, so it was skipped.',
      });
      return;
    }
    keys.add(value);
    kept.push(record);
  });
  return {rows: rows.length, kept, faults};
}
