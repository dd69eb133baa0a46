/** What a key asks for. */
export type Wish = 'find' | 'walkIn' | 'desk' | 'rows' | 'open' | 'act' | 'submit' | 'back' | 'help';

/** The keys as the help shows them. */
export const keyTable: readonly {readonly keys: readonly string[]; readonly does: Wish}[] = [
  {keys: ['F2'], does: 'find'},
  {keys: ['Alt+N'], does: 'walkIn'},
  {keys: ['Alt+D'], does: 'desk'},
  {keys: ['↑', '↓'], does: 'rows'},
  {keys: ['Enter'], does: 'open'},
  {keys: ['Alt+1…9'], does: 'act'},
  {keys: ['Ctrl+Enter'], does: 'submit'},
  {keys: ['Esc'], does: 'back'},
  {keys: ['?'], does: 'help'},
];

export type Pressed = {readonly wish: Exclude<Wish, 'act' | 'rows' | 'open'>} | {readonly wish: 'act'; readonly nth: number} | {readonly wish: 'type'};

/**
 * What a key press asks the window for, wherever the focus is. `typing` is whether it is in a text field, where letters are text.
 * A letter or digit anywhere else is the beginning of a number, or a scanner: it belongs in the number field.
 */
export function pressed({key, code, altKey, ctrlKey, metaKey, isComposing}: KeyboardEvent, typing: boolean): Pressed | undefined {
  if (isComposing || metaKey) return undefined;
  if (altKey && !ctrlKey) {
    const nth = /^Digit([1-9])$/.exec(code)?.[1]; // By the key's place: with Alt some layouts type another sign.
    if (nth) return {wish: 'act', nth: Number(nth)};
    return code === 'KeyN' ? {wish: 'walkIn'} : code === 'KeyD' ? {wish: 'desk'} : undefined;
  }
  if (ctrlKey) return key === 'Enter' ? {wish: 'submit'} : undefined;
  if (key === 'F2') return {wish: 'find'};
  if (key === 'Escape') return {wish: 'back'};
  if (typing) return undefined;
  if (key === '?') return {wish: 'help'};
  return /^[0-9A-Za-z]$/.test(key) ? {wish: 'type'} : undefined;
}
