/** Waits that long after the page has loaded, so that nothing competes with what the person came for. */
const AFTER_MS = 3_000;

/** Runs `work` once the page has loaded and had time for its own affairs. */
export function whenQuiet(work: () => void, afterMs = AFTER_MS): void {
  const soon = () => setTimeout(work, afterMs);
  if (document.readyState === 'complete') soon();
  else window.addEventListener('load', soon, {once: true});
}
