import type {ServerResponse} from 'node:http';
import {sendText} from './files.js';
import {escapeHtml} from './page-template.js';

export interface Surface {
  readonly name: string;
  readonly title: {readonly zh: string; readonly en: string};
  readonly url: string;
}

export interface DemoPerson {
  readonly id: string;
  readonly name: string;
  readonly kind: 'person' | 'corp' | 'staff';
  readonly region: string;
  /** 江苏省南通市. */
  readonly regionName: string;
  readonly about: string;
}

/** What `GET /demo.json` answers: every surface by name, and who can sign in. */
export interface DemoIndex {
  readonly now: string;
  readonly surfaces: readonly Surface[];
  readonly people: readonly DemoPerson[];
}

export function sendDemoJson(res: ServerResponse, index: DemoIndex): void {
  sendText(res, 200, JSON.stringify(index, null, 2), 'application/json; charset=utf-8', {'access-control-allow-origin': '*'});
}

/** The landing page links every surface. */
export function sendLanding(res: ServerResponse, {surfaces, people}: DemoIndex): void {
  const link = ({title, url}: Surface) => `<li><a href="${escapeHtml(url)}"><strong>${escapeHtml(title.zh)}</strong><span lang="en">${escapeHtml(title.en)}</span><code>${escapeHtml(url)}</code></a></li>`;
  const isInterface = ({name}: Surface) => name.startsWith('gateway-');
  const pages = surfaces.filter((surface) => !isInterface(surface)).map(link);
  const interfaces = surfaces.filter(isInterface).map(link);
  const who = people.map(({name, about, regionName}) => `<tr><td>${escapeHtml(name)}</td><td>${escapeHtml(about)}</td><td>${escapeHtml(regionName)}</td></tr>`);
  sendText(res, 200, `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>通办 Tongban</title><style>${css}</style></head>
<body><main><h1>通办 <span lang="en">Tongban</span></h1><p>在线专栏与专窗，进入各省现有的门户和窗口系统，而不替换它们。<span lang="en">The shared online column and staff window that enter the portals provinces already have.</span></p>
<ul>${pages.join('')}</ul><h2>可登录的演示人物 <span lang="en">Demo people</span></h2><p>登录时选择人物即可，没有密码；证件号码区划以 999 开头，不对应任何真实的人。<span lang="en">Choose a person when you sign in; there is no password. Nobody here is real.</span></p><div class="table"><table><thead><tr><th scope="col">姓名 <span lang="en">Name</span></th><th scope="col">身份 <span lang="en">Who</span></th><th scope="col">地区 <span lang="en">Region</span></th></tr></thead><tbody>${who.join('')}</tbody></table></div><h2>接口文档 <span lang="en">Interfaces</span></h2><ul>${interfaces.join('')}</ul></main></body></html>`);
}

const css = `body{margin:0;font:16px/1.6 'Microsoft YaHei','Noto Sans CJK SC',sans-serif;color:#1d2129;background:#f5f7fa}main{max-width:60em;margin:0 auto;padding:2em 1em}.table{overflow-x:auto}th span{color:#555e6b;font-weight:400}h1 span,h2 span{color:#555e6b;font-weight:400;font-size:.75em}p span{display:block;color:#555e6b}ul{display:grid;gap:.75em;grid-template-columns:repeat(auto-fill,minmax(17em,1fr));padding:0;list-style:none}li a{display:block;padding:1em;border:1px solid #d5dae1;border-radius:8px;background:#fff;color:inherit;text-decoration:none}li a:hover,li a:focus{border-color:#0b57b0}li strong,li span,li code{display:block}li span{color:#555e6b}li code{overflow-wrap:anywhere;color:#0b57b0;font-size:.8em}table{width:100%;border-collapse:collapse;background:#fff}th,td{padding:.5em .75em;border:1px solid #d5dae1;text-align:start}`;
