import {checkUscc, isOrganisationCode, makeUscc, organisationCodeOf} from '@tongban/domain/checks/uscc.js';
import {assert} from '@open-wc/testing';
import * as fc from 'fast-check';
import vectors from '../../fixtures/check-vectors.json';
import {throwsWith} from '../../support/throws-with.js';
import {problemOf, valueOf, warningsOf} from './outcome.js';

const {alphabet} = vectors.uscc;
const text = (signs: string, length: number) =>
  fc.array(fc.constantFrom(...signs), {minLength: length, maxLength: length}).map((list) => list.join(''));
const anyUscc = fc.record({kind: text(alphabet, 2), area: text('0123456789', 6), body: text(alphabet, 8)}).map(makeUscc);

describe('a unified social credit code', () => {
  for (const {value, orgCode} of vectors.uscc.valid) {
    it(`${value} is right, and so is its organisation code`, () => {
      assert.equal(valueOf(checkUscc(value)), value);
      assert.deepEqual(warningsOf(checkUscc(value)), []);
      assert.equal(organisationCodeOf(value), orgCode);
      assert.isTrue(isOrganisationCode(orgCode));
    });
  }

  it('is wrong for a stated reason', () => {
    const [letterO, digit, lower] = vectors.uscc.invalid.map(({value}) => value) as [string, string, string];
    assert.equal(problemOf(checkUscc(letterO)), 'uscc-characters');
    assert.equal(problemOf(checkUscc(digit)), 'uscc-check');
    assert.equal(valueOf(checkUscc(lower)), lower.toUpperCase());
    assert.equal(problemOf(checkUscc('')), 'empty');
    assert.equal(problemOf(checkUscc('91350100M000100Y4')), 'uscc-length');
  });

  it('whose organisation code does not add up is right, with a word about it', () => {
    const code = [...alphabet].map((sign) => `91310118MA00AAAA5${sign}`).find((candidate) => checkUscc(candidate).ok)!;
    assert.deepEqual(warningsOf(checkUscc(code)), ['uscc-organisation']);
  });

  it('is made right from its parts', () => {
    fc.assert(
      fc.property(anyUscc, (code) => {
        assert.equal(valueOf(checkUscc(code)), code);
        assert.deepEqual(warningsOf(checkUscc(code)), []);
      }),
      {numRuns: 200},
    );
    throwsWith('TB_CODE_INVALID', () => makeUscc({kind: '91', area: '31011', body: 'MA00AAAA'}));
    throwsWith('TB_CODE_INVALID', () => makeUscc({kind: '91', area: '310118', body: 'MADEMO00'}));
  });

  it('with any one sign changed is wrong', () => {
    fc.assert(
      fc.property(anyUscc, fc.nat(17), fc.constantFrom(...alphabet), (code, at, sign) => {
        fc.pre(code[at] !== sign);
        assert.equal(problemOf(checkUscc(code.slice(0, at) + sign + code.slice(at + 1))), 'uscc-check');
      }),
      {numRuns: 500},
    );
  });
});

describe('an organisation code', () => {
  it('has eight characters and a check digit', () => {
    assert.isTrue(isOrganisationCode('007482575'));
    assert.isFalse(isOrganisationCode('007482576'));
    assert.isFalse(isOrganisationCode('00748257'));
    assert.isFalse(isOrganisationCode('00748257-5'));
  });
});
