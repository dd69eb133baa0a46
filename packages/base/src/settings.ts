import {createContext} from '@lit/context';
import type {Region6} from '@tongban/domain/primitives.js';

export type TextSize = 'normal' | 'large' | 'elder';

/** What a `<tb-province>` says for all tags inside it. */
export interface Settings {
  readonly lang?: string;
  readonly textSize?: TextSize;
  readonly region?: Region6;
}

export const settingsContext = createContext<Settings>(Symbol.for('tongban.settings'));
