import assert from 'node:assert/strict';
import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, test} from 'node:test';
import {filesUnder, root} from '../support/files.mjs';
import {stages} from '../support/stages.mjs';

const read = (path: string) => readFileSync(join(root, path), 'utf8');
const {scripts} = JSON.parse(read('package.json')) as {scripts: Record<string, string>};
const documents = [
  ...readdirSync(root).filter((name) => name.endsWith('.md')),
  ...filesUnder('docs', (path) => path.endsWith('.md')),
];

/** The lines of a document's shell blocks. */
const commandsIn = (document: string) =>
  [...read(document).matchAll(/^```(?:sh|bash)\n([\s\S]*?)^```/gm)].flatMap(([, block = '']) => block.split('\n'));

describe('the commands in the documents exist', () => {
  for (const document of documents) {
    test(document, () => {
      for (const command of commandsIn(document)) {
        const script = /\bnpm (?:run )?(start|test|(?<=run )[\w:]+)/.exec(command)?.[1];
        if (script) assert.ok(script in scripts, `npm has no script for: ${command}`);
        const file = /\bnode ((?:\w[\w.-]*\/)*[\w.-]+\.mjs)/.exec(command)?.[1];
        if (file) assert.ok(existsSync(join(root, file)), `no such file: ${command}`);
      }
    });
  }
});

test('the stages that scripts name exist', () => {
  const named = Object.values(scripts).flatMap((script) => /^node test\/run\.mjs (\w+)/.exec(script)?.[1] ?? []);
  const known = stages.map(({name}) => name);
  assert.deepEqual(
    named.filter((name) => !known.includes(name)),
    [],
  );
  assert.notEqual(named.length, 0);
});
