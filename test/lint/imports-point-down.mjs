import {dirname, join} from 'node:path';
import {packages, realmOf} from './layout.mjs';

/**
 * Holds the import rule: only lower rows, never the own row; across packages only through `@tongban/<package>/<file>.js`;
 * and of another realm (browser, worker, node) only types.
 */
export const importsPointDown = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      up: '{{from}} (row {{fromRow}}) must not import {{to}} (row {{toRow}}): imports point down. A port in domain is how they meet.',
      door: 'Import another package through its door, @tongban/<package>/<file>.js, not through a path.',
      shape: 'Name one file of the package: @tongban/<package>/<file>.js.',
      self: 'Inside a package, import by a relative path.',
      stranger: '{{to}} is not a package of this project.',
      realm: 'Code of {{from}} must not import code of {{to}}; share it through shared/, or import only its types.',
      outside: 'A package imports nothing of this repository but packages.',
    },
  },
  create(context) {
    const own = placeOf(context.filename);
    const check = (source, typesOnly) => {
      if (typeof source?.value !== 'string') return;
      const problem = source.value.startsWith('.')
        ? relativeProblem(own, source.value, typesOnly)
        : namedProblem(own, source.value, typesOnly);
      if (problem) context.report({node: source, ...problem});
    };
    return {
      ImportDeclaration: ({source, importKind, specifiers}) =>
        check(source, importKind === 'type' || onlyTypes(specifiers, 'importKind')),
      ExportNamedDeclaration: ({source, exportKind, specifiers}) =>
        check(source, exportKind === 'type' || onlyTypes(specifiers, 'exportKind')),
      ExportAllDeclaration: ({source, exportKind}) => check(source, exportKind === 'type'),
      ImportExpression: ({source}) => check(source, false),
      TSImportType: ({source}) => check(source, true),
    };
  },
};

const onlyTypes = (specifiers, kind) =>
  specifiers.length > 0 && specifiers.every((specifier) => specifier[kind] === 'type');

/** The package and the path inside its src that a file has; undefined for files outside of packages. */
function placeOf(filename) {
  const [, packageName, path] = /(?:^|\/)packages\/([^/]+)\/(?:src\/)?(.*)$/.exec(filename.replaceAll('\\', '/')) ?? [];
  return packageName && {packageName, path, filename};
}

function relativeProblem(own, specifier, typesOnly) {
  const target = own ? join(dirname(own.filename), specifier) : specifier;
  const place = placeOf(target);
  if (!own) return place && {messageId: 'door'};
  if (!place) return {messageId: 'outside'};
  if (place.packageName !== own.packageName) return {messageId: 'door'};
  return realmProblem(own, place, typesOnly);
}

function namedProblem(own, specifier, typesOnly) {
  if (!specifier.startsWith('@tongban/')) return undefined;
  const [, to, path] = /^@tongban\/([^/]+)\/(.+\.js)$/.exec(specifier) ?? [];
  if (!to) return {messageId: 'shape'};
  if (!packages[to]) return {messageId: 'stranger', data: {to}};
  if (!own) return undefined;
  if (to === own.packageName) return {messageId: 'self'};
  const [fromRow, toRow] = [packages[own.packageName]?.row, packages[to].row];
  if (!(toRow < fromRow)) return {messageId: 'up', data: {from: own.packageName, fromRow, to, toRow}};
  return realmProblem(own, {packageName: to, path}, typesOnly);
}

function realmProblem(own, target, typesOnly) {
  const [from, to] = [realmOf(own.packageName, own.path), realmOf(target.packageName, target.path)];
  if (typesOnly || from === undefined || to === undefined || to === 'shared' || to === from) return undefined;
  return {messageId: 'realm', data: {from, to}};
}
