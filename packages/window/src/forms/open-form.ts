import type {CaseFile} from '@tongban/domain/case/case-file.js';
import type {Action} from '@tongban/domain/case/command.js';
import type {Guide} from '@tongban/domain/guide/guide.js';
import type {StaffView} from '@tongban/domain/people/person.js';
import type {LocalDate} from '@tongban/domain/primitives.js';
import type {WindowText} from '../messages/messages.js';
import type {Scans} from '../scan/scans.js';

/** What was typed, by the name of the control. A tick is 'yes'. */
export type Values = Readonly<Record<string, string>>;

/** What every control of a form works with. */
export interface Filling {
  readonly text: WindowText;
  readonly today: LocalDate;
  readonly values: Values;
  /** What is wrong, by control, once somebody has tried to send. */
  readonly wrong: ReadonlyMap<string, string>;
  set(name: string, value: string): void;
}

/** The form of one action while it is open. */
export interface OpenForm extends Filling {
  readonly action: Action;
  readonly file: CaseFile;
  readonly staff: StaffView;
  /** The guide, once it is there: for the names of fields and results. */
  readonly guide: Guide | undefined;
  readonly scans: Scans;
}

export interface Wrong {
  /** The control that gets the focus. */
  readonly name: string;
  readonly sentence: string;
}

/** How one action is filled in; `P` is its payload. */
export interface ActionForm<P> {
  body(form: OpenForm): unknown;
  check(form: OpenForm): readonly Wrong[];
  /** What the clerk confirms before an act that cannot be taken back. */
  summary(form: OpenForm): readonly (readonly [label: string, value: string])[];
  payload(form: OpenForm): P;
}

/** Id of a control in the page. */
export const controlId = (name: string): string => `form-${name}`;
