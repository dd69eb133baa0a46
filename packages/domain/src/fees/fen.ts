import {TbError} from '../errors.js';

/**
 * A guide's amount in yuan as whole fen (分): the only form money is counted in.
 *
 * @throws TbError TB_CONTRACT_INVALID for less than nothing, for parts of a fen, or for more than a fee can be
 */
export function fenOf(yuan: number): number {
  const fen = Math.round(yuan * 100);
  const isWhole = Math.abs(yuan * 100 - fen) < 1e-6;
  if (!isWhole || fen < 0 || fen > MOST_FEN) throw new TbError('TB_CONTRACT_INVALID', {details: {at: 'amount'}});
  return fen;
}

/** One hundred million yuan. */
export const MOST_FEN = 10_000_000_000;

/** Fen as yuan with two decimals, as tables of payments write it (元, 16,2): `4000` → `40.00`. */
export function yuanOf(fen: number): string {
  const digits = String(fen).padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** Yuan as a person types them, as fen; undefined for what is no amount. */
export function fenIn(typed: string): number | undefined {
  const [, yuan, decimals = ''] = /^(\d{1,8})(?:\.(\d{1,2}))?$/.exec(typed.trim()) ?? [];
  return yuan === undefined ? undefined : Number(yuan) * 100 + Number(decimals.padEnd(2, '0'));
}
