import assert from 'node:assert/strict';
import {describe, test} from 'node:test';
import fc from 'fast-check';
import {listElements} from '@tongban/catalogue/node/publish/list-elements.js';

/** A text in pieces that end anywhere. */
async function* inPieces(text: string, size: number) {
  for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size);
}

async function read(text: string, size = 7): Promise<unknown[]> {
  const elements: unknown[] = [];
  for await (const element of listElements(inPieces(text, size))) elements.push(element);
  return elements;
}

describe('a list that is read piece by piece', () => {
  test('gives what JSON gives, wherever the pieces end', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.jsonValue()),
        fc.integer({min: 1, max: 9}),
        fc.constantFrom(0, 2),
        async (list, size, indent) => {
          const text = JSON.stringify(list, undefined, indent);
          assert.deepEqual(await read(text, size), JSON.parse(text));
        },
      ),
    );
  });

  test('says where it breaks', async () => {
    const places: [text: string, line: number, column: number][] = [
      ['[{"a": 1},\n {"a": }]', 2, 2],
      ['[1, 2', 1, 5],
      ['[1]\n x', 2, 2],
      ['[1] [2]', 1, 5],
      ['[1,]', 1, 4],
      ['[,1]', 1, 2],
      ['{"a": 1}', 1, 1],
      ['["half', 1, 2],
      ['', 1, 1],
    ];
    for (const [text, line, column] of places) await assert.rejects(read(text), {place: {line, column}}, text);
  });
});
