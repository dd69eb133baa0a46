import {readFileSync} from 'node:fs';
import type {IncomingMessage, ServerResponse} from 'node:http';
import {fileURLToPath} from 'node:url';
import {sendFile, sendText} from './files.js';
import {renderTemplate} from './page-template.js';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const modules = at('../node_modules/');

/** A portal that stood before the kit came: its pages name the loader and a few tags, nothing else. */
export interface PortalSite {
  handle(req: IncomingMessage, res: ServerResponse): Promise<void>;
}

/** Values every page may name: where the kit and the gateway are, and a few item codes for links. */
export type SiteValues = Readonly<Record<string, string>>;

/** 2012: JSP pages, jQuery 1.12, Bootstrap 3, `html{font-size:62.5%}` and global resets. Hosts the service-worker stub. */
export function jspSite(values: SiteValues): PortalSite {
  const root = at('./portals/jsp/');
  const read = (file: string) => readFileSync(root + file, 'utf8');
  const libraries: Readonly<Record<string, string>> = {
    '/lib/jquery.min.js': 'jquery/dist/jquery.min.js',
    '/lib/bootstrap.min.js': 'bootstrap/dist/js/bootstrap.min.js',
    '/lib/bootstrap.min.css': 'bootstrap/dist/css/bootstrap.min.css',
  };
  return {
    async handle(req, res) {
      const url = new URL(req.url ?? '/', 'http://portal');
      const path = url.pathname === '/' ? '/index.jsp' : url.pathname;
      const library = libraries[path];
      if (library && (await sendFile(res, modules, library))) return;
      if (path === '/tongban-sw.js') return sendText(res, 200, renderTemplate(read('tongban-sw.js'), values, read), 'text/javascript; charset=utf-8');
      if (/^\/\w+\.jsp$/.test(path)) {
        try {
          return sendText(res, 200, renderTemplate(read(path.slice(1)), {...values, ...parameters(url)}, read));
        } catch {
          return sendText(res, 404, '<h1>404</h1>');
        }
      }
      if (!(await sendFile(res, root, path))) sendText(res, 404, '<h1>404</h1>');
    },
  };
}

/** Today: plain templates in one layout, modern CSS, no library. Has no service worker. */
export function modernSite(values: SiteValues): PortalSite {
  const root = at('./portals/modern/');
  const read = (file: string) => readFileSync(root + file, 'utf8');
  const titles: Readonly<Record<string, string>> = {index: '首页', item: '办事指南', apply: '在线申请', case: '办理进度', mine: '我的办件', rate: '服务评价', signin: '正在登录'};
  return {
    async handle(req, res) {
      const url = new URL(req.url ?? '/', 'http://portal');
      const page = url.pathname === '/' ? 'index' : url.pathname.slice(1);
      const title = titles[page];
      if (title === undefined) {
        if (!(await sendFile(res, root, url.pathname))) sendText(res, 404, '<h1>404</h1>');
        return;
      }
      const all = {...values, ...parameters(url), title};
      const [before = '', after = ''] = renderTemplate(read('layout.html').replace('${body}', '\u0000'), all, read).split('\u0000');
      sendText(res, 200, before + renderTemplate(read(`${page}.html`), all, read) + after);
    },
  };
}

const parameters = (url: URL) => Object.fromEntries(Array.from(url.searchParams, ([name, value]) => [`param.${name}`, value]));
