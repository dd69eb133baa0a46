import type {Portal} from '@tongban/domain/portal.js';
import type {DraftKeeper} from './draft-keeper.js';
import {isOpen, type Ground} from './ground.js';

/** What was answered in the guide, by a visitor perhaps, goes into the draft; once it is durable there the tab need not keep it. */
export async function takeAnswers(keeper: DraftKeeper, portal: Portal, taskCode: string, {draft, keptAnswers}: Ground): Promise<void> {
  if (!draft || !isOpen(draft) || Object.keys(keptAnswers).length === 0) return;
  keeper.edit({answers: {...draft.answers, ...keptAnswers}});
  if (await keeper.flush()) await portal.answers.keep(taskCode, {});
}
