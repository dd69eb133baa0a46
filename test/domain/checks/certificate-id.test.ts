import {checkCertificateId, makeCertificateId, parseCertificateId} from '@tongban/domain/checks/certificate-id.js';
import {assert} from '@open-wc/testing';
import * as fc from 'fast-check';
import vectors from '../../fixtures/check-vectors.json';
import {throwsWith} from '../../support/throws-with.js';
import {problemOf, valueOf, warningsOf} from './outcome.js';

const SIGNS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const text = (minLength: number, maxLength: number, signs = SIGNS) =>
  fc.array(fc.constantFrom(...signs), {minLength, maxLength}).map((list) => list.join(''));
const anyParts = fc.record({type: text(21, 21), issuer: text(1, 20), serial: text(1, 32), version: text(3, 3, '0123456789')});

describe('a certificate mark', () => {
  for (const {value} of vectors.certId.valid) {
    it(`${value} is right`, () => {
      assert.equal(valueOf(checkCertificateId(value)), value);
      assert.deepEqual(warningsOf(checkCertificateId(value)), []);
    });
  }

  for (const {value, why} of vectors.certId.invalid) {
    it(`${value} is wrong: ${why}`, () => assert.equal(problemOf(checkCertificateId(value)), 'certificate-id-check'));
  }

  it('is wrong in another shape', () => {
    assert.equal(problemOf(checkCertificateId('')), 'empty');
    assert.equal(problemOf(checkCertificateId('1.2.156.3005.1.11100000000013338W009.11330105002500287C.2025052201.002.0')), 'certificate-id-shape');
    assert.equal(problemOf(checkCertificateId('1.2.156.3005.2.11100000000013338W009.11330105002500287C.2025052201.0')), 'certificate-id-shape');
  });

  it('may be pasted in lower case with blanks', () => {
    const {value} = vectors.certId.valid[0]!;
    assert.equal(valueOf(checkCertificateId(` ${value.toLowerCase()}\n`)), value);
  });

  it('of a type whose authority does not add up is right, with a word about it', () => {
    const mark = makeCertificateId({type: '11100000000013338X009', issuer: '340100', serial: '1', version: '001'});
    assert.deepEqual(warningsOf(checkCertificateId(mark)), ['certificate-id-authority']);
  });

  it('is made right from its parts, and split into them again', () => {
    fc.assert(
      fc.property(anyParts, (parts) => {
        const mark = makeCertificateId(parts);
        assert.equal(valueOf(checkCertificateId(mark)), mark);
        assert.deepEqual(parseCertificateId(mark), parts);
      }),
      {numRuns: 200},
    );
    throwsWith('TB_CODE_INVALID', () => makeCertificateId({type: '1', issuer: '340100', serial: '1', version: '001'}));
  });

  it('with any one letter or digit of its parts changed is wrong', () => {
    fc.assert(
      fc.property(anyParts, fc.nat(100), fc.constantFrom(...SIGNS), (parts, far, sign) => {
        const mark = makeCertificateId(parts);
        const first = mark.length - (21 + parts.issuer.length + parts.serial.length + 3 + 1 + 4);
        const at = first + (far % (mark.length - first));
        fc.pre(mark[at] !== sign && mark[at] !== '.');
        assert.isFalse(checkCertificateId(mark.slice(0, at) + sign + mark.slice(at + 1)).ok);
      }),
      {numRuns: 500},
    );
  });
});
