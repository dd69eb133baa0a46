import {TbError} from '../errors.js';
import {failed, passed, type CheckResult} from './check-result.js';
import {fold} from './fold.js';
import {checkUscc} from './uscc.js';

const ROOT = '1.2.156.3005.2';
const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const SHAPE = /^1\.2\.156\.3005\.2\.([0-9A-Z]{21})\.([0-9A-Z]{1,64})\.([0-9A-Z]{1,64})\.(\d{3})\.([0-9A-Z])$/;

export interface CertificateIdParts {
  /** Certificate type: credit code of the authority that defined it and 3 digits. */
  readonly type: string;
  /** Who issued it: a credit code, or a region code in older marks. */
  readonly issuer: string;
  readonly serial: string;
  /** Three digits. */
  readonly version: string;
}

/**
 * 电子证照标识, GB/T 36904-2018, checked by ISO 7064 MOD 37,36 over its parts without the dots. That catches every change of one
 * letter or digit, and not a dot that moved.
 */
export function checkCertificateId(typed: string): CheckResult {
  const value = fold(typed);
  if (value === '') return failed('empty');
  const parts = parseCertificateId(value);
  if (!parts) return failed('certificate-id-shape');
  if (checkCharacter(parts) !== value[value.length - 1]) return failed('certificate-id-check');
  return checkUscc(parts.type.slice(0, 18)).ok ? passed(value) : passed(value, 'certificate-id-authority');
}

/** Splits a mark by its dots. Undefined when it has not the shape; its check character is not looked at. */
export function parseCertificateId(value: string): CertificateIdParts | undefined {
  const match = SHAPE.exec(value);
  if (!match) return undefined;
  const [, type, issuer, serial, version] = match as unknown as [string, string, string, string, string];
  return {type, issuer, serial, version};
}

/** A mark with its check character. @throws TbError TB_CODE_INVALID */
export function makeCertificateId(parts: CertificateIdParts): string {
  const {type, issuer, serial, version} = parts;
  const mark = [ROOT, type, issuer, serial, version, checkCharacter(parts)].join('.');
  if (!SHAPE.test(mark)) throw new TbError('TB_CODE_INVALID', {details: {at: 'certificateId'}});
  return mark;
}

function checkCharacter({type, issuer, serial, version}: CertificateIdParts): string {
  let product = 36;
  for (const character of type + issuer + serial + version) {
    const sum = (product + ALPHABET.indexOf(character)) % 36 || 36;
    product = (sum * 2) % 37;
  }
  return ALPHABET.charAt((37 - product) % 36);
}
