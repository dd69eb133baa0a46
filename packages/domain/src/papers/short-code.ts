/** 31 signs that are not taken for one another on paper or over the phone: no 0 O, no 1 I L. 31 is prime, as the check needs. */
const SIGNS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const LENGTH = 8;

/**
 * The eight signs by which people name their case over the phone: seven from the case number, one to check.
 *
 * Not a secret and not unique by itself: the gateway keeps it unique and asks for the next `attempt` when it is taken.
 */
export function shortCodeOf(caseNo: string, attempt = 0): string {
  let rest = hash(`${caseNo}#${attempt}`);
  let body = '';
  while (body.length < LENGTH - 1) {
    body += SIGNS.charAt(rest % SIGNS.length);
    rest = Math.floor(rest / SIGNS.length);
  }
  return body + checkSign(body);
}

/** Whether the text is a short code: any one wrong sign and any two neighbours swapped are noticed. */
export function isShortCode(typed: string): boolean {
  const code = typed.toUpperCase();
  const isShaped = code.length === LENGTH && [...code].every((sign) => SIGNS.includes(sign));
  return isShaped && checkSign(code.slice(0, -1)) === code.slice(-1);
}

/** Σ signᵢ·i ≡ 0 mod 31 over all eight, weights 1 to 8: different, and none a multiple of 31. */
function checkSign(body: string): string {
  const sum = [...body].reduce((total, sign, index) => total + SIGNS.indexOf(sign) * (index + 1), 0);
  const sign = [...SIGNS].findIndex((_, value) => (sum + value * LENGTH) % SIGNS.length === 0);
  return SIGNS.charAt(sign);
}

/** FNV-1a, twice with different starts, to 53 bits. */
function hash(text: string): number {
  const low = fnv(text, 0x811c9dc5);
  const high = fnv(text, 0x9747b28c);
  return (high % 0x200000) * 0x1_0000_0000 + low;
}

function fnv(text: string, start: number): number {
  let value = start;
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return value >>> 0;
}
