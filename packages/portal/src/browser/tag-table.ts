/** Which module defines which tag. One import per tag, so that a page fetches only what it uses. */
export const tagTable: Readonly<Record<string, () => Promise<unknown>>> = {
  'tb-province': () => import('./province.js'),
  'tb-login': () => import('@tongban/elements/login.js'),
  'tb-search': () => import('@tongban/elements/search.js'),
  'tb-item-guide': () => import('@tongban/elements/item-guide.js'),
  'tb-material-checklist': () => import('@tongban/elements/material-checklist.js'),
  'tb-application-form': () => import('@tongban/elements/application-form.js'),
  'tb-progress': () => import('@tongban/elements/progress.js'),
  'tb-rating': () => import('@tongban/elements/rating.js'),
  'tb-window': () => import('@tongban/window/window.js'),
};
