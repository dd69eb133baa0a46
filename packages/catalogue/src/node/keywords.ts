const MARKS = /[\s、,，;；。()（）[\]［］“”"《》〈〉【】:：/／\-—]+/u;
const LIMIT = 50;

/** Words to find an item by beside its names: the parts that marks divide its name into, its themes and what the publisher adds. */
export function keywordsOf({
  name,
  themes,
  more = [],
}: {
  name: string;
  themes: readonly string[];
  more?: readonly string[];
}): string[] {
  const parts = name.split(MARKS).filter((part) => part.length > 1 && part !== name);
  return [...new Set([...more, ...parts, ...themes.filter((theme) => theme !== '其他')])].filter(
    (word) => word.length <= LIMIT,
  );
}
