import type {ErrorCode} from '@tongban/domain/errors.js';

/** What a page says of its installed list. */
export interface Look {
  /** 0 when there is none. */
  readonly sequence: number;
  readonly kept: boolean;
  readonly texts: boolean;
  readonly problem: ErrorCode | undefined;
  /** Items that have the list's mark in their name, and in their text; 'not read' when that tier did not answer. */
  readonly names: number | 'not read';
  readonly full: number | 'not read';
}

/** Every item of a list has its mark in its name and another in its text, so that a mixture of two lists is seen. */
export const searchOf = (sequence: number) => ({
  name: `版次${String(sequence)}号`,
  text: `第${String(sequence)}次修订`,
});
