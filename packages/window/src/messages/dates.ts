import type {ClockView} from '@tongban/domain/case/case-file.js';
import type {Instant} from '@tongban/domain/primitives.js';
import type {WindowText} from './messages.js';

/** A due date in words; a calendar that ends too early shows as 「不早于…」. */
export function dueWords(text: WindowText, due: ClockView['dueNow']): string {
  if (!due) return '';
  return 'on' in due ? text.of('dueOn', {date: due.on}) : text.of('notBefore', {date: due.notBefore});
}

/** Date and time in China's civil time, the same width in every row: 「11-20 14:02」. */
export function shortTime(instant: Instant): string {
  const parts = new Intl.DateTimeFormat('en-GB', {
    ...{month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit'},
    hour12: false,
    timeZone: 'Asia/Shanghai',
  }).formatToParts(new Date(instant));
  const part = (type: string) => parts.find((each) => each.type === type)?.value ?? '';
  return `${part('month')}-${part('day')} ${part('hour')}:${part('minute')}`;
}
