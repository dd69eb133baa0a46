import {readFileSync} from 'node:fs';
import type {IncomingMessage, ServerResponse} from 'node:http';
import {fileURLToPath} from 'node:url';
import {sendFile, sendText} from './files.js';
import {renderTemplate} from './page-template.js';
import {provinces, type Origins} from './provinces.js';

const root = fileURLToPath(new URL('./window/', import.meta.url));

/** Offices whose staff can sit down at the demo's window. */
export const offices: Readonly<Record<string, string>> = {
  '320500': '苏州市政务服务中心',
  '310000': '上海市公积金管理中心',
  '320600': '南通市政务服务中心',
  '330100': '杭州市政务服务中心',
  '340100': '合肥市政务服务中心',
};

/** What the demo's own page says around the window. */
const wordsIn = {
  'zh-CN': {lang: 'zh-CN', title: '跨省通办专窗', switchOffice: '切换办公地点', otherLang: 'en', otherLanguage: 'English'},
  en: {lang: 'en', title: 'Cross-province window', switchOffice: 'Other offices', otherLang: 'zh-CN', otherLanguage: '中文'},
} as const;

/** The staff window as one site: one path per office, each talking to its own province's gateway. */
export function windowSite(origins: Origins) {
  return {
    async handle(req: IncomingMessage, res: ServerResponse): Promise<void> {
      const {pathname, searchParams} = new URL(req.url ?? '/', 'http://window');
      const words = wordsIn[searchParams.get('lang') === 'en' ? 'en' : 'zh-CN'];
      const region = /^\/(\d{6})\/(signin)?$/.exec(pathname)?.[1];
      const office = region && offices[region];
      const province = provinces.find((one) => one.region.slice(0, 2) === region?.slice(0, 2));
      if (office && province) {
        const page = readFileSync(`${root}office.html`, 'utf8');
        const values = {...words, office, region, gateway: origins.gateway(province), cdn: origins.cdn, callback: `/${region}/signin`};
        return sendText(res, 200, renderTemplate(page, values, () => ''));
      }
      if (!(await sendFile(res, root, pathname === '/' ? 'index.html' : pathname))) sendText(res, 404, '<h1>404</h1>');
    },
  };
}
