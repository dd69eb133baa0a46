// Writes src/shared/synonyms.ts from synonyms.json, the list that is edited.
//
//   node packages/catalogue/data/make-synonyms.mjs
import {readFileSync, writeFileSync} from 'node:fs';

const groups = JSON.parse(readFileSync(new URL('synonyms.json', import.meta.url), 'utf8'));
const lines = groups.map((group) => `  '${group.join(' ')}',`).join('\n');

writeFileSync(
  new URL('../src/shared/synonyms.ts', import.meta.url),
  `// Made by data/make-synonyms.mjs from data/synonyms.json: edit that.

/** Words that people and lists use for the same thing, one group a line. */
export const SYNONYMS: readonly (readonly string[])[] = [
${lines}
].map((group) => group.split(' '));
`,
);
