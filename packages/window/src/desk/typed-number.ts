/**
 * The case number in what was typed or scanned: blanks and full-width signs of an input method go, small letters become capitals,
 * and of the address in a receipt's QR code only the number is taken.
 *
 * Undefined when there is nothing in it that could be a number.
 */
export function typedNumber(typed: string): string | undefined {
  const plain = typed
    .replace(/[\uff01-\uff5e]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(/\s/g, '')
    .toUpperCase();
  const parts = plain.split(/[^0-9A-Z]+/).filter(Boolean);
  const longest = parts.length > 1 && /:\/\/|[?#=]/.test(plain) ? parts[parts.length - 1] : plain;
  return longest !== undefined && /^[0-9A-Z-]{8,50}$/.test(longest) ? longest : undefined;
}
