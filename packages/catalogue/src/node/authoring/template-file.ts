import {fileURLToPath} from 'node:url';

/** The empty workbook that is shipped, made of `templateSheets` by packages/catalogue/make-authoring-files.mjs. */
export const templateFile = fileURLToPath(new URL('../../../templates/guide.xlsx', import.meta.url));
