// What the build knows of the files it wrote, for the loader that fetches them ahead.

/** The list the loader gets (src/browser/kit-files.ts): by tag, the files that tag needs beside the kit. */
export function kitFilesOf(chunks, worker) {
  const loader = chunks.find(({isEntry}) => isEntry);
  const kit = withImports(chunks, loader.dynamicImports[0]);
  const tags = {};
  for (const chunk of chunks) {
    for (const id of chunk.moduleIds) {
      const tag = /(?:elements|window)\/src\/([\w-]+)\.ts$/.exec(id.replaceAll('\\', '/'))?.[1];
      if (tag && defines(chunk, `tb-${tag}`)) tags[`tb-${tag}`] = withImports(chunks, chunk.fileName).filter((file) => !kit.includes(file));
    }
  }
  return {worker, kit, tags: {'tb-province': [], 'tb-login': [], ...tags}};
}

const defines = ({code}, tag) => new RegExp(`\\([\`'"]${tag}[\`'"],`).test(code);

/** A file and all it imports statically. The bundler's own little file is put into the others. */
function withImports(chunks, fileName, found = []) {
  const chunk = chunks.find((one) => one.fileName === fileName);
  if (!chunk || chunk.name === 'rolldown-runtime' || found.includes(fileName)) return found;
  found.push(fileName);
  for (const next of chunk.imports) withImports(chunks, next, found);
  return found;
}

/**
 * Puts what a chunk takes from the bundler's own file (an object with the exports of a module) into the chunk. A function is
 * hoisted, so it stands at the end, and blanks stand where the import was: every column keeps its place in the source map.
 */
export function withoutRuntimeChunk(code) {
  const [statement, name] = /import\{\w+ as (\w+)\}from"\.\/rolldown-runtime-[\w-]+\.js";/.exec(code) ?? [];
  if (!statement) throw new Error('A chunk takes something else from the bundler than before.');
  const own = `function ${name}(all){const names={};for(const name in all)Object.defineProperty(names,name,{get:all[name],enumerable:true});return names}`;
  return `${code.replace(statement, ' '.repeat(statement.length))}\n${own}\n`;
}
