import type {ErrorCode} from '@tongban/domain/errors.js';
import {assert} from '@open-wc/testing';

/** Asserts that `act` throws our error with this code. */
export function throwsWith(code: ErrorCode, act: () => unknown): void {
  let thrown: unknown;
  try {
    act();
  } catch (error) {
    thrown = error;
  }
  assert.propertyVal(thrown, 'name', code);
}
