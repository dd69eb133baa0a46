/** Waits until `done` answers something, asking again and again; fails after `ms`. */
export async function until<T>(done: () => T | undefined | false | Promise<T | undefined | false>, ms = 5_000): Promise<T> {
  const deadline = performance.now() + ms;
  for (;;) {
    const answer = await done();
    if (answer !== undefined && answer !== false) return answer;
    if (performance.now() > deadline) throw new Error(`Nothing after ${ms} ms.`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
