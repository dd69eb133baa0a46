/** The time of a copy, short and in the reader's language, in China's civil time: 「11月21日 09:05」. */
export function whenCopied(instant: string, lang: string): string {
  return new Intl.DateTimeFormat(lang.startsWith('zh') ? 'zh-CN' : 'en-GB', {
    month: 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hour12: false,
    timeZone: 'Asia/Shanghai',
  }).format(new Date(instant));
}
