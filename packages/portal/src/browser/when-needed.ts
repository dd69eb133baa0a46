/** Runs `then` once, as soon as one of these tags is on the page: now, or when it is added. */
export function whenNeeded(root: ParentNode & Node, tags: readonly string[], then: () => void): void {
  const any = tags.join(',');
  if (root.querySelector(any)) return then();
  const holdsOne = (node: Node) => node instanceof Element && (node.matches(any) || node.querySelector(any) !== null);
  const watch = new MutationObserver((records) => {
    if (!records.some(({addedNodes}) => Array.from(addedNodes).some(holdsOne))) return;
    watch.disconnect();
    then();
  });
  watch.observe(root, {childList: true, subtree: true});
}
