import {TbError, type ErrorCode} from '@tongban/domain/errors.js';
import type {GuardName} from '@tongban/domain/acts/guards.js';
import {assert} from '@open-wc/testing';
import {throwsWith} from '../../support/throws-with.js';

/** Asserts that an act is stopped by this guard, with this code. */
export function stopped(guard: GuardName, act: () => unknown, code: ErrorCode = 'TB_CASE_GUARD'): void {
  throwsWith(code, () => {
    try {
      act();
    } catch (error) {
      if (error instanceof TbError) assert.equal(error.details.guard, guard);
      throw error;
    }
  });
}
