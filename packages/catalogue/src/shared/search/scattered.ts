/** Only Chinese, and more than one sign of it, is looked for with gaps. */
export const isScatterable = (spelling: string): boolean => /^\p{Script=Han}{2,}$/u.test(spelling);

/** Where the signs of a term stand in a text, one after the other with gaps between; nothing where they do not. */
export function placesInOrder(text: string, term: string): number[] | undefined {
  const places: number[] = [];
  let from = 0;
  for (const sign of term) {
    const at = text.indexOf(sign, from);
    if (at < 0) return undefined;
    places.push(at);
    from = at + sign.length;
  }
  return places;
}
