/** Work that is due again and again, in this process. */
export interface Housekeeping {
  close(): Promise<void>;
}

/** Does every task now and then every `everyMs`; one that fails is told of and tried again the next time. */
export function housekeeping(tasks: readonly (() => Promise<unknown>)[], everyMs: number, onFailed: (error: unknown) => void): Housekeeping {
  let isClosed = false;
  let working: Promise<void> | undefined;

  async function work(): Promise<void> {
    for (const task of tasks) {
      if (isClosed) return;
      await task().catch(onFailed);
    }
  }

  const begin = () => {
    working ??= work().finally(() => {
      working = undefined;
    });
  };
  const timer = setInterval(begin, everyMs);
  timer.unref();
  begin();

  return {
    async close() {
      isClosed = true;
      clearInterval(timer);
      await working;
    },
  };
}
