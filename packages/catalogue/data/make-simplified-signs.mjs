// Writes src/shared/simplified-signs.ts: each sign that OpenCC turns into one other sign, traditional to simplified.
//
//   node packages/catalogue/data/make-simplified-signs.mjs
import {writeFileSync} from 'node:fs';
import {Converter} from 'opencc-js/t2cn';

const simplify = Converter({from: 't', to: 'cn'});
const pairs = [];
for (let point = 0x2e80; point < 0x32400; point++) {
  if (point === 0xd800) point = 0xe000; // No signs of their own.
  const sign = String.fromCodePoint(point);
  const plain = simplify(sign);
  // NFKC turns compatibility signs into others before this table is asked.
  if (plain !== sign && [...plain].length === 1 && sign.normalize('NFKC') === sign) pairs.push([sign, plain]);
}
const once = new Map(pairs);
// 「甲→乙→丙」 becomes 「甲→丙」, so that folding what is folded changes nothing.
const last = (sign) => (once.has(sign) ? last(once.get(sign)) : sign);
const lines = (text) =>
  [...text]
    .join('')
    .match(/[^]{1,54}(?![\udc00-\udfff])/g)
    .map((line) => `  '${line}'`)
    .join(' +\n');

writeFileSync(
  new URL('../src/shared/simplified-signs.ts', import.meta.url),
  `// Made by data/make-simplified-signs.mjs from OpenCC's TSCharacters (https://github.com/BYVoid/OpenCC, Apache-2.0) as carried by
// opencc-js (https://github.com/nk2028/opencc-js, MIT AND Apache-2.0). Changed: signs of one sign only, first choice only.

/** Traditional signs; at the same place of \`SIMPLIFIED\` stands what each is written as today. */
export const TRADITIONAL =
${lines(pairs.map(([sign]) => sign).join(''))};

export const SIMPLIFIED =
${lines(pairs.map(([, plain]) => last(plain)).join(''))};
`,
);
