const PATIENCE_MS = 5000;

/**
 * Presses what a story needs pressed, one after the other, each as soon as it is drawn: for states that only a person's steps lead to.
 * A field is given its words as `selector=>words`.
 *
 * @throws Error when a step is never drawn: a story that does not show its state is none
 */
export async function pressed(element: Element, ...steps: readonly string[]): Promise<void> {
  for (const step of steps) {
    const [selector = '', words] = step.split('=>');
    const target = await drawn(element, selector);
    if (words === undefined) target.click();
    else if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) {
      target.value = words;
      target.dispatchEvent(new Event('input', {bubbles: true, composed: true}));
    }
  }
}

/** Waits until it is drawn. */
export function drawn(element: Element, selector: string): Promise<HTMLElement> {
  const deadline = performance.now() + PATIENCE_MS;
  return new Promise((resolve, reject) => {
    const look = () => {
      const target = element.shadowRoot?.querySelector<HTMLElement>(selector);
      if (target) resolve(target);
      else if (performance.now() < deadline) requestAnimationFrame(look);
      else reject(new Error(`${selector} was never drawn`));
    };
    look();
  });
}
