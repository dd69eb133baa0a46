import type {Highlight} from '@tongban/domain/guide/search.js';
import {html, type TemplateResult} from 'lit';

/** A name with its matches marked. It is put together from text, never from markup. */
export function highlighted(name: string, highlights: readonly Highlight[]): (string | TemplateResult)[] {
  const parts: (string | TemplateResult)[] = [];
  let at = 0;
  for (const [start, length] of highlights) {
    if (start < at || start + length > name.length) continue; // Overlaps and stray offsets lose their mark, never their text.
    parts.push(name.slice(at, start), html`<mark>${name.slice(start, start + length)}</mark>`);
    at = start + length;
  }
  parts.push(name.slice(at));
  return parts;
}
