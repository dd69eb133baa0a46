import assert from 'node:assert/strict';
import {readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {describe, test} from 'node:test';
import {formatSchema, guideSchema, type JsonSchema} from '@tongban/catalogue/node/authoring/guide-schema.js';
import {guideWords} from '@tongban/catalogue/node/authoring/guide-words.js';
import {root} from '../../support/files.mjs';

/** The paths of a schema's properties, without list positions. */
function pathsOf(schema: JsonSchema, path = ''): string[] {
  const own = Object.entries(schema.properties ?? {}).flatMap(([key, part]) => {
    const at = path === '' ? key : `${path}.${key}`;
    return [at, ...pathsOf(part, at)];
  });
  return schema.items ? [...own, ...pathsOf(schema.items, path)] : own;
}

describe('the schema of guide files', () => {
  const definitions = guideSchema()['$defs'] as Record<string, JsonSchema>;
  const guide = definitions['guide'] as JsonSchema;

  test('is shipped as it is made', async () => {
    const shipped = await readFile(join(root, 'packages/catalogue/schema/guide.schema.json'), 'utf8');
    assert.ok(
      shipped === formatSchema(guideSchema()),
      'Run packages/catalogue/make-authoring-files.mjs: the shipped schema is an older one.',
    );
  });

  test('lets a file name its schema', () => {
    assert.deepEqual(guide.properties?.['$schema'], {type: 'string'});
  });

  test('explains every part of a guide in both languages', () => {
    for (const [key, part] of Object.entries(guide.properties ?? {})) {
      if (key === '$schema') continue;
      assert.match(String(part['description']), /[\u4e00-\u9fff].*[a-z]/s, key);
    }
    const materials = guide.properties?.['materials']?.items?.properties ?? {};
    for (const [key, part] of Object.entries(materials)) assert.ok(part['description'], `materials.${key}`);
  });

  test('knows every part that there are words for', () => {
    const known = new Set(pathsOf(guide));
    assert.deepEqual(
      Object.keys(guideWords).filter((path) => !known.has(path)),
      [],
    );
  });
});
