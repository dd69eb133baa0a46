import type {CallName} from '@tongban/runtime/shared/protocol.js';

/** What a tag will ask for first, said by its attributes alone. */
const questions: Readonly<Record<string, (element: Element) => readonly [CallName, string] | undefined>> = {
  'tb-item-guide': (element) => {
    const item = element.getAttribute('item');
    return item ? ['catalogue.guide', item] : undefined;
  },
};

/**
 * Asks for what the tags on the page will show, while their own code is still on its way. The worker keeps the answer for the tag,
 * which asks again and hears of what went wrong; here nobody does.
 */
export function askAhead(root: ParentNode, ask: (name: CallName, argument: string) => void): void {
  for (const [tag, questionOf] of Object.entries(questions)) {
    for (const element of Array.from(root.querySelectorAll(tag))) {
      const question = element.closest('tb-province[gateway]') ? undefined : questionOf(element); // That one has a portal of its own.
      if (question) ask(...question);
    }
  }
}
