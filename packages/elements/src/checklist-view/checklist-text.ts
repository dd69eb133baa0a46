import type {Spoken} from '@tongban/base/spoken.js';
import type {ChecklistWord} from './messages.js';

/** The words a checklist needs; `Localized` of any element whose messages take in `checklistWords` is one. */
export interface ChecklistText {
  of(key: ChecklistWord, values?: Readonly<Record<string, string | number>>): string;
  say(key: ChecklistWord, values?: Readonly<Record<string, string | number>>): Spoken;
  data(value: string): Spoken;
  readonly language: string;
}
