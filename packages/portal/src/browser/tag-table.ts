import {define} from '@tongban/base/define.js';
import {TbLogin} from '@tongban/elements/login/login.js';
import {TbProvince} from './tb-province.js';

/**
 * What defines which tag. Those that most pages have come with the kit; the others are fetched by the page that uses them. The build
 * puts some of them into one file (packages/portal/build.mjs): on a slow line a request costs more than the bytes it saves.
 */
export const tagTable: Readonly<Record<string, () => Promise<unknown>>> = {
  'tb-province': () => Promise.resolve(define('tb-province', TbProvince)),
  'tb-login': () => Promise.resolve(define('tb-login', TbLogin)),
  'tb-search': () => import('@tongban/elements/search.js'),
  'tb-item-guide': () => import('@tongban/elements/item-guide.js'),
  'tb-material-checklist': () => import('@tongban/elements/material-checklist.js'),
  'tb-application-form': () => import('@tongban/elements/application-form.js'),
  'tb-progress': () => import('@tongban/elements/progress.js'),
  'tb-outbox': () => import('@tongban/elements/outbox.js'),
  'tb-rating': () => import('@tongban/elements/rating.js'),
  'tb-window': () => import('@tongban/window/window.js'),
};
