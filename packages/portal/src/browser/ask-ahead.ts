import type {Portal} from '@tongban/domain/portal.js';

/** What a tag will ask for first, said by its attributes alone. */
const questions: Readonly<Record<string, (portal: Portal, element: Element) => Promise<unknown> | undefined>> = {
  'tb-item-guide': ({catalogue}, element) => {
    const item = element.getAttribute('item');
    return item ? catalogue.guide(item) : undefined;
  },
};

/**
 * Asks the loader's portal for what the tags on the page will show, while their own code is still on its way. The answer is kept
 * for the tag, which asks again and hears of what went wrong; here nobody does.
 */
export function askAhead(root: ParentNode, portal: Promise<Portal>): void {
  for (const [tag, ask] of Object.entries(questions)) {
    for (const element of Array.from(root.querySelectorAll(tag))) {
      if (element.closest('tb-province[gateway]')) continue; // That one has a portal of its own.
      portal.then((ready) => ask(ready, element)).catch(() => undefined);
    }
  }
}
