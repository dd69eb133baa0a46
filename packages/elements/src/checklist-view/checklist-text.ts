import type {ChecklistWord} from './messages.js';

/** The words a checklist needs; `Localized` of any element whose messages take in `checklistWords` is one. */
export interface ChecklistText {
  of(key: ChecklistWord, values?: Readonly<Record<string, string | number>>): string;
  readonly language: string;
}
