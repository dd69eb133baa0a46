import type {TbElement} from '@tongban/base/tb-element.js';
import type {Action} from '@tongban/domain/case/command.js';
import {TbError} from '@tongban/domain/errors.js';
import type {StaffView} from '@tongban/domain/people/person.js';
import type {Portal, StaffPort} from '@tongban/domain/portal.js';
import type {LocalDate, Region6} from '@tongban/domain/primitives.js';
import type {WindowText} from '../messages/messages.js';
import type {Screen} from './screen.js';

/** What the screens of the window share. Each screen draws itself into the one shadow root of `<tb-window>`. */
export interface WindowHost extends TbElement {
  readonly text: WindowText;
  readonly portal: Portal | undefined;
  /** Who is signed in. Screens are drawn only while somebody is. */
  readonly staff: StaffView;
  /** The clock on the wall, for what is due and in force; the gateway judges by its own. */
  readonly now: () => Date;
  readonly today: LocalDate;
  regionName(code: Region6): string;
  go(screen: Screen): void;
  /** Says it to a screen reader and shows it until the next thing is said. */
  say(sentence: string): void;
  /** Tells the page around the window that a case moved. */
  acted(caseNo: string, action: Action): void;
  /** Moves the focus once the next picture is drawn. */
  focusOn(selector: string): void;
}

/** The staff calls of the page. @throws TbError TB_FORBIDDEN on a page that is no staff window */
export function staffPort(portal: Portal | undefined): StaffPort {
  if (!portal?.staff) throw new TbError('TB_FORBIDDEN');
  return portal.staff;
}
