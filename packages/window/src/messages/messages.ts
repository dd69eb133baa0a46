import {stateWords} from '@tongban/base/controls/state-words.js';
import type {Localized} from '@tongban/base/localized.js';
import {checklistWords} from '@tongban/elements/checklist-view/messages.js';
import {itemWords} from '@tongban/elements/item-words.js';
import {situationsWords} from '@tongban/elements/situations-view/messages.js';
import {actionWords} from './action-words.js';
import {caseWords} from './case-words.js';
import {deskWords} from './desk-words.js';
import {feeWords} from './fee-words.js';
import {fileWords} from './file-words.js';
import {formWords} from './form-words.js';
import {walkInWords} from './walk-in-words.js';

/** All words of the window. Later ones win: staff read other words than applicants. */
export const messages = {
  'zh-CN': {...stateWords['zh-CN'], ...itemWords['zh-CN'], ...checklistWords['zh-CN'], ...situationsWords['zh-CN'], ...caseWords['zh-CN'], ...actionWords['zh-CN'], ...formWords['zh-CN'], ...fileWords['zh-CN'], ...deskWords['zh-CN'], ...feeWords['zh-CN'], ...walkInWords['zh-CN']},
  en: {...stateWords.en, ...itemWords.en, ...checklistWords.en, ...situationsWords.en, ...caseWords.en, ...actionWords.en, ...formWords.en, ...fileWords.en, ...deskWords.en, ...feeWords.en, ...walkInWords.en},
} as const;

export type WindowWord = keyof (typeof messages)['en'];
export type WindowText = Localized<WindowWord>;
