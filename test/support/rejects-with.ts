import type {ErrorCode} from '@tongban/domain/errors.js';
import {assert} from '@open-wc/testing';

/** Asserts that `act` rejects with our error of this code. */
export async function rejectsWith(code: ErrorCode, act: Promise<unknown>): Promise<void> {
  const thrown: unknown = await act.then(
    () => undefined,
    (error: unknown) => error,
  );
  assert.propertyVal(thrown, 'name', code);
}
