/** Rows of small numbers, one behind the other. */
export interface Rows {
  readonly values: Uint16Array;
  /** Where each row begins, and after the last where they end. */
  readonly starts: Uint32Array;
}

/** Arguments that every engine takes at once. */
const AT_ONCE = 8_192;

/** A string of UTF-16 units, whatever they are: decoders would exchange halves of signs. */
export function stringOf(units: Uint16Array): string {
  const parts: string[] = [];
  for (let at = 0; at < units.length; at += AT_ONCE)
    parts.push(Reflect.apply(String.fromCharCode, undefined, units.subarray(at, at + AT_ONCE)) as string);
  return parts.join('');
}
