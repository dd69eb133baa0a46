/** What a code is made of beside its shape: the item's other columns, and the credit code of the office that it names. */
export interface CodeParts {
  readonly region: string;
  readonly catalogCode?: string | undefined;
  readonly name: string;
  readonly unit: string;
}

/** A code as a shape with places for its parts. Thousands of codes have one shape. */
export interface CodeShape {
  readonly shape: string;
  readonly unit: string;
}

/** A unified social credit code (GB 32100-2015), as codes of GB/T 39046-2020 begin and many local ones hold. */
const UNIT = /[159][1-9A-Z]\d{6}[0-9A-HJ-NPQRTUWXY]{10}/;
/** Before a code that is kept as it is. */
const AS_IS = '\0';

/** Takes a code apart, exactly: `joinCode` makes it again. */
export function takeCodeApart(code: string, parts: Omit<CodeParts, 'unit'>): CodeShape {
  const unit = UNIT.exec(code)?.[0] ?? '';
  let shape = code;
  for (const [sign, part] of places({...parts, unit})) if (part !== '') shape = shape.replace(part, sign);
  return joinCode(shape, {...parts, unit}) === code ? {shape, unit} : {shape: AS_IS + code, unit: ''};
}

export function joinCode(shape: string, parts: CodeParts): string {
  if (shape.charAt(0) === AS_IS) return shape.slice(1);
  let code = '';
  const values = new Map(places(parts));
  for (const sign of shape) code += values.get(sign) ?? sign;
  return code;
}

/** Signs no code has, for parts that may stand in one. Local codes have the two halves of the catalogue code apart. */
function places({unit, name, catalogCode = '', region}: CodeParts): (readonly [sign: string, part: string])[] {
  return [
    ['\x01', unit],
    ['\x02', name],
    ['\x03', catalogCode],
    ['\x04', region],
    ['\x05', catalogCode.slice(4)],
    ['\x06', catalogCode.slice(0, 4)],
  ];
}
