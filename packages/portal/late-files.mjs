// Ties the late files of the worker to its first one.
//
// The bundler lets a late file import the first one statically. Firefox refuses that in a worker from another origin: it checks the
// static imports of what was imported against `worker-src`, which names no CDN. So a late file here imports nothing: it is a function
// that takes what the first file exports, and both share every class and table all the same.
//
// Only as many letters change before other code as make the columns of the source maps keep their places.

/** The first file and its late ones, as the bundler wrote them. @returns their code by file name */
export function tieLateFiles(chunks) {
  const first = chunks.find(({isEntry}) => isEntry);
  const late = chunks.filter((chunk) => chunk !== first);
  const tied = new Map([[first.fileName, withLateImports(first.code, late.map(({fileName}) => nameOf(fileName)))]]);
  for (const {fileName, imports, dynamicImports, code} of late) {
    const strangers = [...imports.filter((file) => file !== first.fileName), ...dynamicImports];
    if (strangers.length > 0) throw new Error(`${fileName} may import the worker's first file and nothing else, but imports ${strangers.join(', ')}.`);
    tied.set(fileName, asFunction(code, nameOf(first.fileName)));
  }
  return tied;
}

/** The same first file for another folder: `from` is where its late files are, seen from there. */
export function movedFirstFile(code, from) {
  return code.replaceAll(/_late_\((["'`])\.\//g, (_, quote) => `_late_(${quote}${from}`);
}

const nameOf = (file) => file.split('/').pop();

/**
 * `import("./late.js")` becomes `_late_("./late.js")`. Some engines keep a failed import for ever, so each further attempt has an
 * address of its own.
 */
function withLateImports(code, names) {
  const exported = namesIn(/export\{([^{}]*)\};?/.exec(code)?.[1] ?? '').map(([local, name]) => `${name}:${local}`);
  let calls = code;
  for (const name of names) {
    const known = new RegExp(`import\\((["'\`])\\./${name.replaceAll('.', '\\.')}\\1\\)`, 'g');
    if (!known.test(code)) throw new Error(`The worker's first file does not import ${name} in a known way.`);
    calls = calls.replace(known, `_late_("./${name}")`);
  }
  return `${calls}
var lateAttempts={};function _late_(file){var attempt=lateAttempts[file]=(lateAttempts[file]||0)+1;return import(attempt>1?file+"?attempt="+attempt:file).then(function(part){return part.default({${exported.join(',')}})})}
`;
}

/** Values as they are when the late file comes: nothing that the first file exports is assigned anew later. */
function asFunction(code, first) {
  const statement = new RegExp(`import\\{([^{}]*)\\}from(["'\`])\\./${first.replaceAll('.', '\\.')}\\2;`).exec(code);
  const exports = /export\{([^{}]*)\};?/.exec(code);
  if (!statement || !exports) throw new Error('A late file of the worker imports or exports in an unknown way.');
  const taken = namesIn(statement[1]).map(([name, local]) => `${name}:${local}`);
  const given = namesIn(exports[1]).map(([local, name]) => `${name}:${local}`);
  return code
    .replace(exports[0], () => `return{${given.join(',')}}}`)
    .replace(statement[0], () => `export default({${taken.join(',')}})=>{`.padEnd(statement[0].length));
}

/** `a as b,c` as pairs. */
const namesIn = (list) =>
  list.split(',').filter(Boolean).map((each) => {
    const [left, right = left] = each.trim().split(' as ');
    return [left, right];
  });
