/** Where Web Locks are missing (old browsers, plain http) or refused, nobody is kept out: work is then done twice, harmlessly. */
function lockManager(): LockManager | undefined {
  return (navigator as {locks?: LockManager}).locks;
}

/** Says to the other tabs that this one uses something, until what is returned is called and has resolved, or the tab ends. */
export async function holdShared(name: string): Promise<() => Promise<void>> {
  const locks = lockManager();
  const nothing = () => Promise.resolve();
  if (!locks) return nothing;
  return new Promise((hold) => {
    const untilReleased = () =>
      new Promise<void>((release) => {
        hold(() => {
          release();
          return released;
        });
      });
    const released: Promise<void> = locks.request(name, {mode: 'shared'}, untilReleased).catch(() => hold(nothing));
  });
}

/** Whether any tab holds this. */
export async function isUnheld(name: string): Promise<boolean> {
  const locks = lockManager();
  if (!locks) return true;
  return locks.request(name, {ifAvailable: true}, (lock) => lock !== null).catch(() => true);
}

/**
 * Works while no other tab does the same. `waitMs` is how long to wait for that tab; then the work is done beside it, for it may
 * hang. With 0 the work is left to it.
 *
 * @returns whether this tab did it
 */
export async function alone(name: string, waitMs: number, work: () => Promise<void>): Promise<boolean> {
  const doIt = () => work().then(() => true);
  const locks = lockManager();
  if (!locks) return doIt();
  let isGranted = false;
  const granted = (lock: Lock | null) => {
    isGranted = true;
    return lock ? doIt() : false;
  };
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(), waitMs);
  try {
    return await locks.request(name, waitMs === 0 ? {ifAvailable: true} : {signal: patience.signal}, granted);
  } catch (error) {
    if (isGranted) throw error;
    return await doIt();
  } finally {
    clearTimeout(timer);
  }
}
