/**
 * Defines the tags a page uses, when they appear. Calls `onFirst` once, before the first one is fetched, so that a page without
 * tags starts nothing.
 */
export function autoload(root: ParentNode & Node, table: Readonly<Record<string, () => Promise<unknown>>>, onFirst: () => void): () => void {
  const asked = new Set<string>();

  const see = (element: Element) => {
    const load = table[element.localName];
    if (!load || asked.has(element.localName)) return;
    if (asked.size === 0) onFirst();
    asked.add(element.localName);
    // A failed fetch leaves the fallback content in place; the tag is tried again when it next appears.
    load().catch(() => asked.delete(element.localName));
  };

  const look = (under: ParentNode) => {
    if (under instanceof Element) see(under);
    for (const element of Array.from(under.querySelectorAll(':not(:defined)'))) see(element);
  };

  look(root);
  const watch = new MutationObserver((records) => {
    for (const {addedNodes} of records) for (const node of Array.from(addedNodes)) if (node instanceof Element) look(node);
  });
  watch.observe(root, {childList: true, subtree: true});
  return () => watch.disconnect();
}
