/** Waits that long after the page has loaded, so that nothing competes with what the person came for. */
const AFTER_MS = 3_000;

/** Runs `work` once the page has loaded and had time for its own affairs. */
export function whenQuiet(work: () => void): void {
  if (document.readyState !== 'complete') window.addEventListener('load', () => setTimeout(work, AFTER_MS), {once: true});
  else setTimeout(work, AFTER_MS);
}
