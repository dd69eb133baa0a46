import {zipEntries} from './zip-entries.js';

/** Bytes. No sheet of an authority is larger; what is would fill the memory. */
const LARGEST_XML = 200 * 1024 * 1024;

/**
 * The XML of each sheet in the order of the workbook (ECMA-376 part 1, §18.2.19), for what the library that reads the cells passes over.
 *
 * @throws RangeError when a file inside would unpack to more than any list has: that library unpacks whatever comes
 */
export function sheetXmls(workbook: Uint8Array): string[] {
  const entries = zipEntries(workbook, LARGEST_XML);
  const texts = new Map<string, string>();
  for (const [name, unpack] of entries) {
    if (/\.(xml|rels)$/.test(name)) texts.set(name, new TextDecoder().decode(unpack()));
  }
  const targets = new Map(
    [...(texts.get('xl/_rels/workbook.xml.rels') ?? '').matchAll(/<(?:\w+:)?Relationship\b[^>]*>/g)].map(([tag]) => [
      attribute(tag, 'Id'),
      attribute(tag, 'Target'),
    ]),
  );
  return [...(texts.get('xl/workbook.xml') ?? '').matchAll(/<(?:\w+:)?sheet\b[^>]*>/g)].map(([tag]) => {
    const target = targets.get(attribute(tag, 'id')) ?? '';
    return texts.get(target.startsWith('/') ? target.slice(1) : `xl/${target}`) ?? '';
  });
}

/** Attributes with or without a namespace: `r:id` is the id. */
const attribute = (tag: string, name: string) => new RegExp(`[\\s:]${name}="([^"]*)"`).exec(tag)?.[1];
