import type {Page} from 'playwright-core';

/** What a person's page went through: addresses without their queries, in order. */
export interface Trace {
  /** Pages that were shown in the window itself. */
  readonly shown: string[];
  /** Errors of scripts, which no page may have. */
  readonly errors: string[];
  clear(): void;
}

export function traceOf(page: Page): Trace {
  const shown: string[] = [];
  const errors: string[] = [];
  page.on('framenavigated', (frame) => {
    if (frame === page.mainFrame()) shown.push(new URL(frame.url()).origin + new URL(frame.url()).pathname);
  });
  page.on('pageerror', (error) => errors.push(error.message));
  return {shown, errors, clear: () => shown.splice(0)};
}
