/** What makes one syllable in a name: a Chinese sign, or a run of other letters and digits. */
export function syllableSigns(name: string): string[] {
  return (
    name
      .normalize('NFKC')
      .toLowerCase()
      .match(/\p{Script=Han}|(?:(?!\p{Script=Han})[\p{L}\p{N}])+/gu) ?? []
  );
}

/** Whether a syllable sign has to be looked up: others are read as they are written. */
export const isRead = (sign: string): boolean => /^\p{Script=Han}/u.test(sign);

/** The stretches of a name that give its syllable signs, where each sign of it stays one sign when it is folded. */
export function syllableSpans(name: string): {start: number; length: number}[] {
  return [...name.matchAll(/\p{Script=Han}|(?:(?!\p{Script=Han})[\p{L}\p{N}])+/gu)].map((match) => ({
    start: match.index ?? 0,
    length: match[0].length,
  }));
}
