import type {AnswersPort} from '@tongban/domain/portal.js';
import type {TabMemory} from './tab-memory.js';

/** Answers in the memory of the tab: they need no worker and outlive the page that was left to sign in. */
export function answersPort(tab: TabMemory): AnswersPort {
  return {
    keep: (taskCode, answers) => Promise.resolve(tab.keepAnswers(taskCode, answers)),
    kept: (taskCode) => Promise.resolve(tab.answersTo(taskCode)),
  };
}
