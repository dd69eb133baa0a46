/**
 * Text of the source as a reader may see it: 'seed 004' are the numbered background papers that the list was written from,
 * which mean nothing in front of a sentence.
 */
export function readable(text: string): string {
  return text.replace(/^seed \d{3}[:：]\s*/, '').replace(/seed (\d{3})/g, '背景资料 $1');
}
