import {mask, maskCitizenId, maskName, type MaskKind} from '@tongban/domain/people/mask.js';
import {assert} from '@open-wc/testing';
import * as fc from 'fast-check';

const NUM_RUNS = 300;

const digits = (minLength: number, maxLength: number) =>
  fc.array(fc.constantFrom(...'0123456789'), {minLength, maxLength}).map((list) => list.join(''));

/** Blanks and marks that nobody sees: a rule that counts them shows what it should hide. */
const padding = fc.constantFrom('', ' ', '\u3000', '\u200b', '\u202e', '\ufeff', '\u0000', '-', '\n');
const padded = (text: fc.Arbitrary<string>) =>
  fc.tuple(padding, text, padding, fc.nat(30)).map(([front, body, between, at]) => front + body.slice(0, at) + between + body.slice(at) + front);

const anyText = fc.oneof(
  fc.string({unit: 'binary', maxLength: 40}),
  fc.string({unit: 'grapheme', maxLength: 12}),
  fc.string({unit: fc.constantFrom('王', '𠮷', '阳', '·', ' ', '*', '\u0301', '\u{e0100}', '\u200d', 'a', '1'), maxLength: 8}),
  padded(digits(0, 22)),
  padded(digits(17, 17).map((body) => `${body}X`)),
  padded(digits(6, 20).map((body) => `E${body}`)),
  fc.tuple(anyLocal(), fc.constantFrom('qq.com', '例子.中国')).map(([local, host]) => `${local}@${host}`),
);

function anyLocal() {
  return fc.string({unit: fc.constantFrom('a', 'b', '.', '𠮷', '1', '\u200b'), minLength: 1, maxLength: 10});
}

/** Letters and digits, as a reader takes them in: blanks, separators and presentation forms tell nothing. */
const read = (text: string) => [...text.normalize('NFKC').toUpperCase()].filter((sign) => /[\p{L}\p{N}]/u.test(sign));

/** In a name, also signs that are private or that this browser does not know yet. */
const readName = (text: string) => [...text].filter((sign) => /[\p{L}\p{N}\p{Co}\p{Cn}]/u.test(sign) && !/\p{DI}/u.test(sign));

/** Where the rule lets a reader see `real`, place by place; undefined where the text has not the form of the rule. */
const maySee: Record<Exclude<MaskKind, 'name' | 'mail'>, (real: string) => ((at: number) => boolean) | undefined> = {
  citizenIdStrong: (real) => (/^\d{17}[\dX]$/.test(real) ? (at) => [1, 18].includes(at) : undefined),
  citizenId: (real) => (/^\d{17}[\dX]$/.test(real) ? (at) => [1, 5, 6, 7, 8, 9, 10, 11, 12, 18].includes(at) : undefined),
  otherId: (real) => {
    const length = [...real].length;
    return maySee.citizenId(real) ?? ((at) => at <= length / 3 || at > length - Math.floor(length / 3));
  },
  mobile: (real) => (/^(86|0086)?1[3-9]\d{9}$/.test(real) ? (at) => at - (real.length - 11) <= 3 || at - (real.length - 11) > 7 : undefined),
  fixedLine: (real) => (/^\d{7,12}$/.test(real) ? (at) => (real[0] === '0' && at <= (/^0[12]/.test(real) ? 3 : 4)) || at > real.length - 4 : undefined),
  bankCard: (real) => (/^\d{16,19}$/.test(real) ? (at) => at <= 6 || at > real.length - 4 : undefined),
};

describe('masking', () => {
  it('follows the rule of each kind', () => {
    assert.equal(mask('name', '王大友'), '*大友');
    assert.equal(mask('citizenIdStrong', '32060218991231001X'), '3****************X');
    assert.equal(mask('citizenId', '320602189912310012'), '3***02189912*****2');
    assert.equal(mask('otherId', 'E12345678'), 'E12***678');
    assert.equal(mask('mobile', '13800138000'), '138****8000');
    assert.equal(mask('fixedLine', '0513-85098888'), '0513-****8888');
    assert.equal(mask('fixedLine', '010-12345678'), '010-****5678');
    assert.equal(mask('mail', 'zhangsan@example.com'), 'zha***@example.com');
    assert.equal(mask('bankCard', '6228480402564890018'), '622848*********0018');
  });

  it('hides whole what has not the form of its rule', () => {
    assert.equal(mask('citizenId', '110105491231002'), '*'.repeat(15));
    assert.equal(mask('citizenIdStrong', '3X'), '**');
    assert.equal(mask('mobile', '12345'), '*****');
    assert.equal(mask('fixedLine', '12345'), '*****');
    assert.equal(mask('mail', 'zhangsan'), '********');
    assert.equal(mask('mail', 'a@b@c.com'), '*********');
    assert.equal(mask('bankCard', '622848040256'), '************');
    assert.equal(mask('otherId', 'E1'), '**');
  });

  it('never shows all of a short mail name', () => {
    assert.equal(mask('mail', 'abc@qq.com'), 'a***@qq.com');
    assert.equal(mask('mail', 'a@qq.com'), '***@qq.com');
  });

  it('hides the first character of a name whole', () => {
    assert.equal(maskName('王'), '*');
    assert.equal(maskName('𠮷田'), '*田');
    assert.equal(maskName('葛\u{e0100}城'), '*城');
    assert.equal(maskName('  王大友'), '*大友');
    assert.equal(maskName('\u200b王大友'), '*大友');
    assert.equal(maskName('·王大友'), '*大友');
    assert.equal(maskName('\u3164王大友'), '*大友');
    assert.equal(maskName('\ue000大友'), '*大友');
  });

  it('does not treat a mistyped citizen number as something else', () => {
    assert.equal(mask('otherId', '320602189912310013'), maskCitizenId('320602189912310013'));
  });

  it('answers nothing for nothing', () => {
    for (const kind of ['name', 'citizenId', 'citizenIdStrong', 'otherId', 'mobile', 'fixedLine', 'mail', 'bankCard'] as const) {
      assert.equal(mask(kind, ''), '');
    }
  });

  for (const kind of Object.keys(maySee) as (keyof typeof maySee)[]) {
    it(`never shows more of a ${kind} than the rule, whatever comes in`, () => {
      fc.assert(
        fc.property(anyText, (text) => {
          const real = read(text);
          const shown = read(mask(kind, text));
          const isSeen = maySee[kind](real.join(''));
          const allowed = isSeen ? real.filter((_, index) => isSeen(index + 1)) : [];
          assert.isAtMost(shown.length, allowed.length);
          let at = 0;
          for (const sign of shown) {
            while (at < allowed.length && allowed[at] !== sign) at++;
            assert.isBelow(at++, allowed.length, 'a sign that the rule hides');
          }
        }),
        {numRuns: NUM_RUNS},
      );
    });
  }

  it('never shows the first letter of a name, whatever comes in', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const [real, shown] = [readName(text), readName(maskName(text))];
        assert.isTrue(maskName(text).startsWith('*') || text === '');
        assert.isAtMost(shown.length, Math.max(0, real.length - 1));
        assert.deepEqual(shown, real.slice(real.length - shown.length));
      }),
      {numRuns: NUM_RUNS},
    );
  });

  it('never shows more than three characters of a mail name, nor all of it', () => {
    fc.assert(
      fc.property(anyLocal(), (local) => {
        const shown = mask('mail', `${local}@qq.com`).replace(/\*+(@qq\.com)?$/, '');
        const real = local.replace(/\u200b/g, '');
        assert.isAtMost([...shown].length, Math.max(0, Math.min(3, [...real].length - 1)));
        assert.isTrue(real.startsWith(shown));
      }),
      {numRuns: NUM_RUNS},
    );
  });
});
