import {html, type TemplateResult} from 'lit';

/** Words as they are drawn: plain, or in parts of which some are marked as Chinese. */
export type Spoken = string | readonly (string | TemplateResult)[];

/** From one Chinese sign to the last that is reached without a Latin letter between them. */
const CHINESE = /(\p{Script=Han}(?:[^A-Za-z]*\p{Script=Han})?)/u;

/**
 * Marks what is Chinese in words of another language, such as names from a province's data, so that a screen reader changes its voice
 * and a browser its font for them.
 */
export function spoken(words: string, language: string): Spoken {
  if (language.toLowerCase().startsWith('zh')) return words;
  const parts = words.split(CHINESE); // What is not Chinese and what is, by turns.
  if (parts.length === 1) return words;
  return parts.map((part, at) => (at % 2 === 0 ? part : html`<span lang="zh-CN">${part}</span>`));
}
