import {hasCode, type ErrorCode, type ErrorDetails, type TbError} from '@tongban/domain/errors.js';
import assert from 'node:assert/strict';

/** Holds that a call fails with this code, and with these details where they matter. */
export async function refused(call: Promise<unknown>, code: ErrorCode, details?: ErrorDetails): Promise<void> {
  await assert.rejects(call, (error) => {
    assert.ok(hasCode(error, code), `${code} expected, got ${String((error as Error).name)} ${JSON.stringify((error as TbError).details)}`);
    if (details) assert.deepEqual((error as TbError).details, details);
    return true;
  });
}
