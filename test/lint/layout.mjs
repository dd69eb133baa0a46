/**
 * The packages by row, and where the code of each runs (docs: ARCHITECTURE.md). A package imports only lower rows.
 * A package whose realm is `by folder` says it with src/shared, src/browser, src/worker and src/node.
 */
export const packages = {
  domain: {row: 0, realm: 'shared'},
  base: {row: 1, realm: 'browser'},
  catalogue: {row: 1, realm: 'by folder'},
  vault: {row: 1, realm: 'by folder'},
  session: {row: 1, realm: 'by folder'},
  'gateway-api': {row: 1, realm: 'shared'},
  elements: {row: 2, realm: 'browser'},
  runtime: {row: 2, realm: 'by folder'},
  window: {row: 3, realm: 'browser'},
  portal: {row: 4, realm: 'by folder'},
  gateway: {row: 4, realm: 'node'},
  cli: {row: 5, realm: 'node'},
};

const folders = ['shared', 'browser', 'worker', 'node'];

/** Where a path inside a package's src runs: `shared`, `browser`, `worker`, `node`; undefined when no folder says. */
export function realmOf(packageName, path) {
  const {realm} = packages[packageName] ?? {};
  if (realm !== 'by folder') return realm;
  const [folder] = path.split('/');
  return folders.includes(folder) ? folder : undefined;
}
