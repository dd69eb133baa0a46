import type {SheetKind} from './column.js';
import type {SheetRecord} from './read-records.js';
import type {Report} from './sheet-fault.js';

/** The rows that make one item: its own, and those of its parts in order. */
export interface ItemRows {
  readonly item: SheetRecord;
  readonly parts: Readonly<Record<Exclude<SheetKind, 'item'>, SheetRecord[]>>;
  /** A row that may belong to it cannot be read: without it the guide would say too little. */
  incomplete: boolean;
}

/** Puts rows to the items they name: by code, else by name, else to the only item there is. */
export function gatherItems(records: readonly SheetRecord[], report: Report): ItemRows[] {
  const items = itemsOf(
    records.filter(({form}) => form.kind === 'item'),
    report,
  );
  for (const record of records) {
    const {kind} = record.form;
    if (kind === 'item') continue;
    if (record.faulty.includes('@code')) {
      for (const rows of items) rows.incomplete = true; // Whose row it is cannot be known.
      continue;
    }
    const rows = itemFor(record, items);
    if (rows) {
      rows.parts[kind].push(record);
      if (record.faulty.length > 0) rows.incomplete = true;
      continue;
    }
    tellHomeless(record, items, report);
  }
  return items;
}

/** A row that names no item of the file. Where its name is that of one, its code has a slip, and that one lacks the row. */
function tellHomeless(record: SheetRecord, items: readonly ItemRows[], report: Report): void {
  const {values} = record;
  for (const rows of items) if (rows.item.values.get('name') === values.get('@name')) rows.incomplete = true;
  if (values.has('@code') || values.has('@name')) {
    report(record.place(values.has('@code') ? '@code' : '@name'), {
      zh: '“事项”表里没有这个事项，这一行没有采用。',
      en: 'The sheet of items (事项) does not have this item, so the row was not used.',
    });
    return;
  }
  for (const rows of items) rows.incomplete = true;
  report(record.place('@code'), {
    zh: '有多个事项，请写明这一行属于哪个实施编码。',
    en: 'There are several items: say by its code to which this row belongs.',
  });
}

/** Rows of one code are one item where a list of materials carries the item along; a second one that says otherwise is a fault. */
function itemsOf(records: readonly SheetRecord[], report: Report): ItemRows[] {
  const items: ItemRows[] = [];
  for (const record of records) {
    const code = record.values.get('taskCode');
    const known = code === undefined ? undefined : items.find(({item}) => item.values.get('taskCode') === code);
    if (!known) {
      items.push({item: record, parts: noParts(), incomplete: record.faulty.length > 0});
      continue;
    }
    for (const [path, value] of record.values) {
      if (JSON.stringify(known.item.values.get(path)) === JSON.stringify(value)) continue;
      known.incomplete = true;
      report(record.place(path), {
        zh: `同一实施编码前面已有一行（第 ${known.item.place(path).row ?? '?'} 行），这里写得不一样。`,
        en: `An earlier row (${known.item.place(path).row ?? '?'}) has the same item code and says something else here.`,
      });
    }
  }
  return items;
}

const noParts = (): ItemRows['parts'] => ({
  situation: [],
  material: [],
  field: [],
  fee: [],
  step: [],
  result: [],
  law: [],
  faq: [],
});

function itemFor({values}: SheetRecord, items: readonly ItemRows[]): ItemRows | undefined {
  const [code, name] = [values.get('@code'), values.get('@name')];
  if (code !== undefined) return items.find(({item}) => item.values.get('taskCode') === code);
  if (name !== undefined) {
    const named = items.filter(({item}) => item.values.get('name') === name);
    return named.length === 1 ? named[0] : undefined;
  }
  return items.length === 1 ? items[0] : undefined;
}
