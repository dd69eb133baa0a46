import {diffEditions, isEmptyDiff, type EditionDiff} from '@tongban/domain/guide/edition-diff.js';
import type {Guide} from '@tongban/domain/guide/guide.js';
import type {ServiceItem} from '@tongban/domain/guide/service-item.js';
import {editionKey} from './check-guides.js';

export interface ItemChange {
  readonly before: ServiceItem;
  readonly after: ServiceItem;
  readonly fields: readonly (keyof ServiceItem)[];
}

/** A new version of a guide beside the one it follows. */
export interface NewVersion {
  readonly before: Guide;
  readonly after: Guide;
  readonly diff: EditionDiff;
}

/** What a publication would change, as people ask for it. */
export interface ListChanges {
  readonly added: readonly ServiceItem[];
  readonly removed: readonly ServiceItem[];
  readonly changed: readonly ItemChange[];
  readonly guides: {
    readonly added: readonly Guide[];
    readonly removed: readonly Guide[];
    readonly newVersions: readonly NewVersion[];
    /** Editions whose content differs under the code and version they had: these must not be published (domain.md §12). */
    readonly rewritten: readonly NewVersion[];
  };
}

interface Lists {
  readonly items: readonly ServiceItem[];
  readonly guides: readonly Guide[];
}

export function compareLists(before: Lists, after: Lists): ListChanges {
  const former = new Map(before.items.map((item) => [item.taskCode, item]));
  const later = new Set(after.items.map(({taskCode}) => taskCode));
  return {
    added: after.items.filter(({taskCode}) => !former.has(taskCode)),
    removed: before.items.filter(({taskCode}) => !later.has(taskCode)),
    changed: after.items.flatMap((item) => {
      const old = former.get(item.taskCode);
      const fields = old ? changedFields(old, item) : [];
      return old && fields.length > 0 ? [{before: old, after: item, fields}] : [];
    }),
    guides: compareGuides(before.guides, after.guides),
  };
}

export const isUnchanged = ({added, removed, changed, guides}: ListChanges): boolean =>
  [added, removed, changed, ...Object.values(guides)].every((list) => list.length === 0);

/** The fields in which two items differ, in the order of their names. */
export function changedFields(before: ServiceItem, after: ServiceItem): (keyof ServiceItem)[] {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort() as (keyof ServiceItem)[];
  return keys.filter((key) => before[key] !== after[key] && JSON.stringify(before[key]) !== JSON.stringify(after[key]));
}

function compareGuides(before: readonly Guide[], after: readonly Guide[]): ListChanges['guides'] {
  const editions = new Map(before.map((guide) => [editionKey(guide), guide]));
  const former = newestByCode(before);
  const later = new Set(after.map(({taskCode}) => taskCode));
  const versions = after.flatMap((guide): NewVersion[] => {
    const old = editions.get(editionKey(guide)) ?? former.get(guide.taskCode);
    const diff = old && diffEditions(old, guide);
    return old && diff && (old.version !== guide.version || !isEmptyDiff(diff))
      ? [{before: old, after: guide, diff}]
      : [];
  });
  return {
    added: after.filter(({taskCode}) => !former.has(taskCode)),
    removed: before.filter(({taskCode}) => !later.has(taskCode)),
    newVersions: versions.filter((one) => one.before.version !== one.after.version),
    rewritten: versions.filter((one) => one.before.version === one.after.version),
  };
}

function newestByCode(guides: readonly Guide[]): Map<string, Guide> {
  const newest = new Map<string, Guide>();
  for (const guide of guides) {
    const known = newest.get(guide.taskCode);
    if (!known || known.version < guide.version) newest.set(guide.taskCode, guide);
  }
  return newest;
}
