import type {Localized} from '@tongban/base/localized.js';
import type {Found} from './found.js';
import type {SearchWord} from './messages.js';

type Text = Localized<SearchWord>;

/** How many were found, how many of them only in the texts, and whether those are still being read. */
export function countText(text: Text, found: Found | undefined): string {
  if (!found) return '';
  const {names, texts, namesTotal, total, of, textState} = found;
  const shown = names.length + texts.length;
  const count = text.of(shown < total ? 'foundPart' : 'found', {total, of, shown});
  if (textState === 'reading') return count + text.of('readingTexts');
  return total > namesTotal && namesTotal > 0 ? count + text.of('withTexts', {texts: total - namesTotal}) : count;
}

/** The same for screen readers, said once: not while the second answer may still change it. */
export function settledText(text: Text, found: Found | undefined): string {
  if (!found || found.textState === 'reading') return '';
  if (found.total > 0) return countText(text, found);
  return found.question.text ? text.of('none', {text: found.question.text}) : text.of('noneFiltered');
}
