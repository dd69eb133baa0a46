import {createHash} from 'node:crypto';
import type {ServerResponse} from 'node:http';

export type Lang = 'zh' | 'en';

/** Text that is HTML already. Only `html` makes it. */
export class Html {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

type Filling = string | number | Html | readonly Html[];

/** HTML from a template: whatever is put in is escaped, unless `html` made it. */
export function html(strings: TemplateStringsArray, ...values: Filling[]): Html {
  return new Html(strings.reduce((text, part, index) => text + filled(values[index - 1] ?? '') + part));
}

function filled(value: Filling): string {
  if (typeof value === 'string' || typeof value === 'number') return escape(String(value));
  return value instanceof Html ? value.text : value.map(({text}) => text).join('');
}

const escape = (text: string) => text.replace(/[&<>"']/g, (sign) => `&#${String(sign.charCodeAt(0))};`);

const styles = `
body{margin:0;background:#f2f5f9;color:#1b2733;font:18px/1.6 "Microsoft YaHei","Noto Sans CJK SC",sans-serif}
main{max-width:680px;margin:0 auto;padding:24px 16px 48px}
header{display:flex;justify-content:space-between;align-items:center;max-width:680px;margin:0 auto;padding:8px 16px}
h1{font-size:26px;line-height:1.4;margin:16px 0 8px}
h2{font-size:20px;margin:0}
p{margin:8px 0}
ul{list-style:none;margin:16px 0;padding:0}
li{background:#fff;border:1px solid #b9c4d0;border-radius:8px;margin:0 0 12px;padding:16px}
.demo{background:#fff4d6;border:1px solid #8a6100;border-radius:8px;padding:12px 16px}
.quiet{color:#4a5968}
.choices{display:flex;flex-wrap:wrap;margin:10px -6px}
hr{border:0;border-top:1px solid #b9c4d0;margin:24px 0}
a.choice,button{display:inline-block;box-sizing:border-box;min-height:48px;min-width:120px;margin:6px;padding:10px 20px;border:2px solid #0b57a4;border-radius:8px;background:#0b57a4;color:#fff;font:inherit;text-align:center;text-decoration:none;cursor:pointer}
a.choice.other,button.other{background:#fff;color:#0b57a4}
a.lang{display:inline-block;padding:12px;color:#0b57a4}
a:focus,button:focus{outline:4px solid #f2a900;outline-offset:2px}
@media (forced-colors:active){a.choice,button{border-color:ButtonText}}
`;

/**
 * No script, no frame, nothing from elsewhere. `form-action` is left out on purpose: browsers hold the redirects after a form to it,
 * and a sign-in ends at a page or hub that only the request names.
 */
const policy = [
  `default-src 'none'`,
  `style-src 'sha256-${createHash('sha256').update(styles).digest('base64')}'`,
  `base-uri 'none'`,
  `frame-ancestors 'none'`,
].join('; ');

/** The headers of every page of ours. */
export const pageHeaders = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': policy,
  'x-frame-options': 'DENY',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
} as const;

/** A whole page. `otherLang` is where the same page is in the other language. */
export function page({lang, title, body, otherLang}: {lang: Lang; title: string; body: Html; otherLang?: string}): string {
  const other = otherLang === undefined ? html`` : html`<a class="lang" href="${otherLang}" lang="${lang === 'zh' ? 'en' : 'zh-CN'}">${lang === 'zh' ? 'English' : '中文'}</a>`;
  return html`<!doctype html>
<html lang="${lang === 'zh' ? 'zh-CN' : 'en'}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title><style>${new Html(styles)}</style></head>
<body><header><span>${lang === 'zh' ? '通办 · 统一身份认证' : 'Tongban · unified identity'}</span>${other}</header>
<main><h1>${title}</h1>${body}</main></body></html>`.text;
}

export function sendPage(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, pageHeaders).end(text);
}

/** The language a request asks for: what was chosen, what the page asked for, what the browser prefers, Chinese. */
export function langOf(...asked: (string | null | undefined)[]): Lang {
  const first = asked.find((value) => value != null && /^\s*(zh|en)/i.test(value));
  return first !== undefined && /^\s*en/i.test(first!) ? 'en' : 'zh';
}
