import type {LitElement} from 'lit';

/** Where the person is on the page: leads them to an input, and after a reload back to where they were. */
export class Place {
  readonly #host: LitElement;
  #wanted: string | undefined;
  #returned = false;

  constructor(host: LitElement) {
    this.#host = host;
  }

  /** Focuses what the selector names, as soon as it is drawn. */
  readonly goTo = (selector: string): void => {
    this.#wanted = selector;
    this.#host.requestUpdate();
  };

  /** After a reload, once: brings the step into view without taking the focus. */
  comeBack(selector: string): void {
    if (this.#returned) return;
    this.#returned = true;
    if (!isReload()) return;
    void this.#host.updateComplete.then(() => this.#host.renderRoot.querySelector(selector)?.scrollIntoView({block: 'start'}));
  }

  /** Called after each drawing. */
  settle(): void {
    const {renderRoot} = this.#host;
    const wanted = this.#wanted && renderRoot.querySelector<HTMLElement>(this.#wanted);
    if (!wanted) return;
    this.#wanted = undefined;
    wanted.scrollIntoView({block: 'center'});
    wanted.focus({preventScroll: true});
  }

  reset(): void {
    this.#wanted = undefined;
    this.#returned = false;
  }
}

function isReload(): boolean {
  const [entry] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  return entry?.type === 'reload';
}
