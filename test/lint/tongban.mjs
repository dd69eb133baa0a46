import {elementStyles} from './element-styles.mjs';
import {fileNames} from './file-names.mjs';
import {importsPointDown} from './imports-point-down.mjs';
import {oneTransaction} from './one-transaction.mjs';

/** The rules of this house that no plugin has. */
export const tongban = {
  rules: {
    'element-styles': elementStyles,
    'file-names': fileNames,
    'imports-point-down': importsPointDown,
    'one-transaction': oneTransaction,
  },
};
