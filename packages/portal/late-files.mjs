// Ties the late files of the worker to its first one.
//
// The bundler lets a late file import others statically. Firefox refuses that in a worker from another origin: it checks the static
// imports of what was imported against `worker-src`, which names no CDN. So a late file here imports nothing: it is a function that
// takes what it would import and gives what it would export, and all files share every class and table all the same.
//
// Before other code only as many letters change as keep the columns of the source maps in their places.

/** The first file and its late ones, as the bundler wrote them. @returns their code by file name */
export function tieLateFiles(chunks) {
  const first = chunks.find(({isEntry}) => isEntry);
  const late = chunks.filter((chunk) => chunk !== first);
  if (first.imports.length > 0) throw new Error(`The worker's first file imports ${first.imports.join(', ')}.`);
  const tied = new Map();
  const needs = {};
  for (const {fileName, dynamicImports, code} of late) {
    if (dynamicImports.length > 0) throw new Error(`${fileName} is a late file and imports ${dynamicImports.join(', ')} even later.`);
    const {asFunction, from} = detached(code);
    if (from.length > 0) tied.set(fileName, asFunction);
    needs[`./${nameOf(fileName)}`] = from.map((file) => (file === `./${nameOf(first.fileName)}` ? '' : file));
  }
  tied.set(first.fileName, withLateImports(first, needs));
  return tied;
}

/** The same first file for another folder: `from` is where its late files are, seen from there. */
export const movedFirstFile = (code, from) => code.replace('lateFolder="./"', `lateFolder=${JSON.stringify(from)}`);

const nameOf = (file) => file.split('/').pop();

/** `import("./late.js")` becomes `_late_("./late.js")`, which has as many letters. */
function withLateImports({code, dynamicImports}, needs) {
  let calls = code;
  for (const name of dynamicImports.map(nameOf)) {
    const known = new RegExp(`\\bimport\\((["'\`])(\\./${name.replaceAll('.', '\\.')})\\1\\)`, 'g');
    if (!known.test(code)) throw new Error(`The worker's first file does not import ${name} in a known way.`);
    calls = calls.replace(known, '_late_("$2")');
  }
  const own = namesIn(exportsOf(code)).map(([local, name]) => `${name}:${local}`);
  return `${calls}
var lateFolder="./",lateNeeds=${JSON.stringify(needs)},lateSources={},lateParts={},lateAttempts={};
${lateOnce.toString()}
${lateSource.toString()}
function _late_(file){return lateOnce(lateParts,file,function(){return Promise.all([lateSource(file)].concat(lateNeeds[file].map(function(other){return other?_late_(other):{${own.join(',')}}}))).then(function(got){return got.length>1?got[0].default.apply(null,got.slice(1)):got[0]})})}
`;
}

/* global lateAttempts, lateFolder, lateSources -- These two stand in the first file, as they are written here. */
function lateOnce(known, name, begin) {
  known[name] = known[name] || begin();
  known[name].catch(() => delete known[name]);
  return known[name];
}

/** Some engines keep a failed import for ever, so each further attempt has an address of its own. */
function lateSource(file) {
  return lateOnce(lateSources, file, () => {
    const attempt = (lateAttempts[file] = (lateAttempts[file] || 0) + 1);
    return import(lateFolder + file.slice(2) + (attempt > 1 ? `?attempt=${attempt}` : ''));
  });
}

/**
 * A file without its imports and exports, as a function, and what it takes in turn. It takes values as they are when it comes:
 * nothing that a file of ours exports is assigned anew later.
 */
function detached(code) {
  const statements = [...code.matchAll(/\bimport(?:\{([^{}]*)\}from)?(["'`])(\.\/[\w.-]+)\2;/g)];
  if (statements.length === 0) return {from: []}; // It can stay as it is.
  const exports = exportsOf(code);
  const head = `export default(${statements.map(([, names = '']) => `{${namesIn(names).map(([name, local]) => `${name}:${local}`).join(',')}}`).join(',')})=>{`;
  const [lead, ...others] = statements;
  const span = others.reduce((end, {index, 0: statement}) => (index === end ? index + statement.length : NaN), lead.index + lead[0].length);
  if (exports === undefined || !(head.length <= span - lead.index)) throw new Error('A late file of the worker imports or exports in an unknown way.');
  const body = code.slice(span).replace(`export{${exports}}`, () => `return{${namesIn(exports).map(([local, name]) => `${name}:${local}`).join(',')}}}`);
  return {asFunction: code.slice(0, lead.index) + head.padEnd(span - lead.index) + body, from: statements.map(([, , , file]) => file)};
}

const exportsOf = (code) => /\bexport\{([^{}]*)\}/.exec(code)?.[1];

/** `a as b,c` as pairs. */
const namesIn = (list = '') =>
  list.split(',').filter(Boolean).map((each) => {
    const [left, right = left] = each.trim().split(' as ');
    return [left, right];
  });
