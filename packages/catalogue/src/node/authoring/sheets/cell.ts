/** What a cell holds, before anybody knows what it should hold. */
export type Cell =
  | {readonly kind: 'empty'}
  | {readonly kind: 'text'; readonly text: string}
  /** A number as it is stored, digit by digit: what a spreadsheet has rounded away is gone. */
  | {readonly kind: 'number'; readonly text: string}
  /** YYYY-MM-DD */
  | {readonly kind: 'date'; readonly text: string}
  | {readonly kind: 'boolean'; readonly value: boolean}
  /** A formula that failed, or whose value the file does not hold. */
  | {readonly kind: 'broken'};

export const EMPTY: Cell = {kind: 'empty'};

/** One sheet of a workbook, or one CSV file. Rows keep their places: the first is row 1 of the file. */
export interface Sheet {
  readonly file: string;
  /** Undefined in a CSV file. */
  readonly name: string | undefined;
  readonly rows: readonly (readonly Cell[])[];
}

/** 0 is A, 26 is AA, as spreadsheets name their columns. */
export function columnLetter(index: number): string {
  const rest = index % 26;
  const letter = String.fromCharCode(65 + rest);
  return index < 26 ? letter : columnLetter((index - rest) / 26 - 1) + letter;
}

/** A text cell; one of blanks only is empty. */
export function textCell(value: string): Cell {
  const text = value.replaceAll('\r\n', '\n').trim();
  return text === '' ? EMPTY : {kind: 'text', text};
}

/** Full-width letters and digits become plain ones, blanks go: for codes, numbers, dates and headers, never for sentences. */
export const folded = (text: string) => text.normalize('NFKC').replace(/\s+/g, '');
