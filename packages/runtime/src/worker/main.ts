import {composePortal} from './compose-portal.js';
import type {Line} from './guarded-line.js';
import {serve as serveWith} from './serve.js';

/**
 * The worker's first file. It imports nothing statically once it is built, because Firefox checks a worker's static imports against
 * `worker-src`, and has no top-level await, because Chromium 86 could not load it (runtime.md §1). What comes later: late-parts.ts.
 *
 * Where a portal forbids workers the page imports this same file and calls `serve` with a port.
 */
export function serve(port: MessagePort): void {
  serveWith(port, composePortal);
}

// `document` exists wherever a page imported this file, and nowhere a worker runs.
if (typeof (globalThis as {document?: unknown}).document === 'undefined') {
  const scope = globalThis as unknown as Line;
  serveWith(scope, composePortal);
  scope.postMessage({tb: 'ready'}); // What a page sends before its listener exists is lost.
}
