/** Words by language: zh-CN is the source, en beside it; further languages are added whole by `addLanguage`. */
export interface Messages<Key extends string> {
  readonly 'zh-CN': Readonly<Record<Key, string>>;
  readonly en: Readonly<Record<Key, string>>;
}

/** All words of one more language: tag → key → text. One file is one language. */
export type LanguagePack = Readonly<Record<string, Readonly<Record<string, string>>>>;

const packs = new Map<string, LanguagePack>();

/** Adds a language beside zh-CN and en. Words it lacks fall back to English. */
export function addLanguage(lang: string, pack: LanguagePack): void {
  packs.set(lang.toLowerCase(), pack);
}

/** The language for an element: its own or its nearest ancestor's `lang`, across shadow roots; zh-CN where nobody says. */
export function languageOf(element: Element): string {
  let at: Element | null = element;
  while (at) {
    const own = at.closest('[lang]')?.getAttribute('lang');
    if (own) return own;
    const root: Node = at.getRootNode();
    at = root instanceof ShadowRoot ? root.host : null;
  }
  return 'zh-CN';
}

/** Picks the words for a language: exact, then its main part, then English; any Chinese is zh-CN. */
export function wordsFor<Key extends string>(messages: Messages<Key>, lang: string, tag: string): Readonly<Record<Key, string>> {
  const wanted = lang.toLowerCase();
  if (wanted === 'en' || wanted.startsWith('en-')) return messages.en;
  const pack = packs.get(wanted) ?? packs.get(wanted.split('-')[0] ?? '');
  if (pack?.[tag]) return {...messages.en, ...pack[tag]};
  return wanted.startsWith('zh') ? messages['zh-CN'] : messages.en;
}

/** Puts values into `{name}` places. */
export function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
