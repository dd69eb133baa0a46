/** Waits for a condition, looking again as soon as the page is free; fails when it does not come true in time. */
export async function until(holds: () => boolean | Promise<boolean>, what: string, within = 8_000): Promise<void> {
  const deadline = Date.now() + within;
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error(`Waited in vain until ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
