import {testPortal, type ExaminedPortal} from '../../support/portal-contract.js';

/** What the exam came to: one line for each question. */
export interface ExamResult {
  readonly question: string;
  readonly problem: string | undefined;
}

type Step = () => unknown;

/**
 * Puts the questions of the portal contract to the real portal, inside the page that uses it. The page has no test runner: this is
 * as much of one as the contract needs.
 */
async function examine(examined: ExaminedPortal): Promise<ExamResult[]> {
  const path: string[] = [];
  const before: Step[] = [];
  const questions: {question: string; ask: Step}[] = [];
  Object.assign(globalThis, {
    describe(name: string, define: () => void) {
      path.push(name);
      define();
      path.pop();
    },
    it: (name: string, ask: Step) => void questions.push({question: [...path, name].join(': '), ask}),
    beforeEach: (step: Step) => void before.push(step),
  });
  testPortal(() => Promise.resolve(examined), {staysWhenSigningOut: false, hasActToRate: false, hasIndex: true});
  const results: ExamResult[] = [];
  for (const {question, ask} of questions) {
    try {
      for (const step of before) await step();
      await ask();
      results.push({question, problem: undefined});
    } catch (error) {
      results.push({question, problem: String(error)});
    }
  }
  return results;
}

Object.assign(globalThis, {examinePortal: examine});
