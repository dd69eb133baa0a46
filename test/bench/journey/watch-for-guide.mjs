// Runs in the page before anything else: notes when the guide's name is painted, and every layout shift.
// Plain JavaScript, because what a compiler adds to functions does not exist in the page.
{
  const seen = {readyMs: undefined, firstPaintMs: 0, shift: 0, ownShift: 0};
  let definedMs = Infinity;
  for (const tag of ['tb-item-guide', 'tb-login', 'tb-province']) {
    customElements.whenDefined(tag).then(() => (definedMs = Math.min(definedMs, performance.now())));
  }
  Object.defineProperty(globalThis, 'tbBench', {value: seen});
  new PerformanceObserver((list) => {
    for (const {value, hadRecentInput, startTime} of list.getEntries()) {
      if (hadRecentInput) continue;
      if (startTime < definedMs) seen.ownShift += value; // Before a tag of ours existed: the host's own scripts.
      else seen.shift += value;
    }
  }).observe({type: 'layout-shift', buffered: true});
  new PerformanceObserver((list) => {
    for (const {name, startTime} of list.getEntries()) if (name === 'first-contentful-paint') seen.firstPaintMs = startTime;
  }).observe({type: 'paint', buffered: true});
  const look = () => {
    const name = document.querySelector('tb-item-guide')?.shadowRoot?.querySelector('[part~="name"]');
    if (name?.textContent.trim()) seen.readyMs = performance.now(); // In the frame that paints it.
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}
