/**
 * Runs `work` while this tab leads: one tab per origin and name, the next takes over when it closes. Without Web Locks every tab
 * leads; the leases in the outbox then keep two senders off one command.
 *
 * @returns how to step down
 */
export function lead(name: string, work: (signal: AbortSignal) => void): () => void {
  const over = new AbortController();
  const {locks} = navigator as {locks?: LockManager};
  if (!locks) {
    work(over.signal);
    return () => over.abort();
  }
  const held = () =>
    new Promise<void>((resolve) => {
      over.signal.addEventListener('abort', () => resolve());
      work(over.signal);
    });
  locks.request(name, {signal: over.signal}, held).catch(() => undefined); // Stepping down before leading rejects the request.
  return () => over.abort();
}
