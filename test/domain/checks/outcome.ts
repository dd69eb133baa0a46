import type {CheckResult} from '@tongban/domain/checks/check-result.js';

/** What a check says to store; undefined when it found a problem. */
export const valueOf = (result: CheckResult) => (result.ok ? result.value : undefined);

export const problemOf = (result: CheckResult) => (result.ok ? undefined : result.problem);

export const warningsOf = (result: CheckResult) => (result.ok ? result.warnings : undefined);
