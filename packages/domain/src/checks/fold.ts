/**
 * What a person typed or pasted, as codes are written: half-width capitals, without blanks and the invisible marks that come
 * along from documents and chat windows.
 */
export function fold(typed: string): string {
  return typed.normalize('NFKC').replace(/[\s\p{Cf}]/gu, '').toUpperCase();
}

/** The same for numbers that people group with hyphens or brackets. */
export function foldGrouped(typed: string): string {
  return fold(typed).replace(/[-\u2010-\u2015\u2212()]/g, '');
}
