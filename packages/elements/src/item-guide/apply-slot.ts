import type {TextSize} from '@tongban/base/settings.js';
import type {Portal} from '@tongban/domain/portal.js';
import type {Region6} from '@tongban/domain/primitives.js';
import type {Answers} from '@tongban/domain/when.js';

const FORM = 'tb-application-form';

export interface FormWish {
  item: string;
  forRegion: Region6;
  lang: string;
  textSize: TextSize | undefined;
  portal: Portal | undefined;
}

/**
 * Puts the form into the guide's `form` slot. It goes into the light tree, where the loader sees it and fetches its code. Returns
 * undefined when the page has put something into the slot itself.
 */
export function placeForm(guide: HTMLElement, {item, forRegion, lang, textSize, portal}: FormWish): HTMLElement | undefined {
  if (guide.querySelector('[slot=form]')) return undefined;
  const form = document.createElement(FORM);
  form.slot = 'form';
  form.lang = lang;
  form.setAttribute('item', item);
  form.setAttribute('for-region', forRegion);
  if (textSize) form.setAttribute('text-size', textSize);
  if (portal) Object.assign(form, {portal});
  guide.append(form);
  return form;
}

/** Whether the form's code is there, at the latest after `ms` milliseconds. */
export async function formArrives(ms: number): Promise<boolean> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), ms);
  });
  const defined = customElements.whenDefined(FORM).then(() => true);
  return Promise.race([defined, late]).finally(() => clearTimeout(timer));
}

/** Takes the answers into the draft, so that the form does not ask again. Where that cannot be, the form asks. */
export async function carryAnswers(portal: Portal, {item, forRegion}: Pick<FormWish, 'item' | 'forRegion'>, answers: Answers): Promise<void> {
  if (Object.keys(answers).length === 0) return;
  try {
    const draft = await portal.cases.openDraft({taskCode: item, forRegion});
    await portal.cases.saveDraft(draft.draftId, {answers: {...draft.answers, ...answers}});
  } catch {
    // A visitor who is not signed in has no draft yet; the form says so itself.
  }
}
