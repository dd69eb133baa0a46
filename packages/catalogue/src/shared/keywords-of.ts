const MARKS = /[\s、,，;；。()（）[\]［］“”"《》〈〉【】:：/／\-—]+/u;
const LIMIT = 50;

/**
 * Words to find an item by beside its names: what the publisher adds, the parts that marks divide its name into, its themes. A pack
 * leaves out what this rule gives again: change `HEAD_FORMAT` with the rule, or packs published before it change their keywords.
 */
export function keywordsOf({
  name,
  themes,
  more = [],
}: {
  readonly name: string;
  readonly themes: readonly string[];
  readonly more?: readonly string[];
}): string[] {
  const parts = name.split(MARKS).filter((part) => part.length > 1 && part !== name);
  return [...new Set([...more, ...parts, ...themes.filter((theme) => theme !== '其他')])].filter(
    (word) => word.length <= LIMIT,
  );
}
