import type {Portal} from '@tongban/domain/portal.js';
import type {Region6} from '@tongban/domain/primitives.js';
import type {Answers} from '@tongban/domain/guide/when.js';

/** A gateway that does not answer must not hold anybody back. */
const WAIT_AT_MOST_MS = 3_000;

/** Takes the answers into the draft, so that the form does not ask again. */
export async function carryAnswers(portal: Portal, of: {taskCode: string; forRegion: Region6}, answers: Answers): Promise<void> {
  if (Object.keys(answers).length === 0) return;
  const enough = new Promise<void>((resolve) => setTimeout(resolve, WAIT_AT_MOST_MS));
  await Promise.race([keep(portal, of, answers), enough]);
}

async function keep(portal: Portal, of: {taskCode: string; forRegion: Region6}, answers: Answers): Promise<void> {
  try {
    const draft = await portal.cases.openDraft(of);
    await portal.cases.saveDraft(draft.draftId, {answers: {...draft.answers, ...answers}});
    await portal.answers.keep(of.taskCode, {});
  } catch {
    // A visitor who is not signed in has no draft yet: the tab keeps the answers until the form can take them.
  }
}
