import * as v from 'valibot';
import {Region6, Slug, text} from '../primitives.js';

/** 一件事: items that one event of life needs, filed together (domain.md §6). */
export const Bundle = v.strictObject({
  id: Slug,
  name: text(200),
  region: Region6,
  items: v.pipe(
    v.array(
      v.strictObject({
        taskCode: text(80),
        /** Items of this bundle that must be done first. */
        after: v.array(text(80)),
      }),
    ),
    v.minLength(2),
  ),
});
export type Bundle = v.InferOutput<typeof Bundle>;

/**
 * The items of a bundle in an order in which each comes after those it waits for; else one circle of items that wait for each other,
 * the first repeated at the end. An `after` that names no item of the bundle is ignored.
 */
export function bundleOrder({
  items,
}: Bundle): {readonly order: readonly string[]} | {readonly circle: readonly string[]} {
  const waitsFor = new Map(items.map(({taskCode, after}) => [taskCode, after]));
  const order: string[] = [];
  const done = new Set<string>();

  /** Depth first; `path` is what is being waited for on the way here. */
  function visit(code: string, path: readonly string[]): readonly string[] | undefined {
    const before = path.indexOf(code);
    if (before >= 0) return [...path.slice(before), code];
    if (done.has(code)) return undefined;
    for (const earlier of waitsFor.get(code) ?? []) {
      const circle = waitsFor.has(earlier) ? visit(earlier, [...path, code]) : undefined;
      if (circle) return circle;
    }
    done.add(code);
    order.push(code);
    return undefined;
  }

  for (const {taskCode} of items) {
    const circle = visit(taskCode, []);
    if (circle) return {circle};
  }
  return {order};
}
