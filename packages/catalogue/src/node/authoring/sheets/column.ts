import type {CellForm} from './cell-form.js';

/** One column of a sheet: what it is called, where its value goes, how it stands in a cell. */
export interface Column {
  /** The heading that the template has. */
  readonly title: string;
  /** Other headings that are met; compared without blanks, widths, stars and remarks in brackets. */
  readonly also: readonly string[];
  /** Dotted path inside the part of a guide that a row makes. */
  readonly path: string;
  readonly form: CellForm<unknown>;
  readonly need: 'required' | 'optional';
  /** Where all cells of such a group are empty they mean the ones above: they are often merged. */
  readonly fillDown: 'item' | 'question' | undefined;
  /** What the template says below the heading. */
  readonly help: string;
}

/** What a sheet tells of: one row makes one part of a guide. */
export type SheetKind = 'item' | 'situation' | 'material' | 'field' | 'fee' | 'step' | 'result' | 'law' | 'faq';

export interface SheetForm {
  readonly kind: SheetKind;
  /** The name of the sheet in the template. */
  readonly name: string;
  /** A sheet with these headings is of this kind. */
  readonly signature: readonly string[];
  readonly columns: readonly Column[];
}

interface ColumnOptions {
  readonly also?: readonly string[];
  readonly need?: 'required' | 'optional';
  readonly fillDown?: 'item' | 'question';
  readonly help?: string;
}

export function column<T>(title: string, path: string, form: CellForm<T>, options: ColumnOptions = {}): Column {
  const {also = [], need = 'optional', fillDown, help = ''} = options;
  return {title, path, form, also, need, fillDown, help};
}
