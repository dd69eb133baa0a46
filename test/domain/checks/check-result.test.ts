import {checkProblems, checkSentence, checkWarnings} from '@tongban/domain/checks/check-result.js';
import {assert} from '@open-wc/testing';

describe('what a check tells a person', () => {
  const codes = Object.keys({...checkProblems, ...checkWarnings}) as Parameters<typeof checkSentence>[0][];

  it('is a sentence in both languages', () => {
    for (const code of codes) {
      assert.match(checkSentence(code, 'zh-CN'), /^\p{Script=Han}.*。$/u, code);
      assert.match(checkSentence(code, 'en'), /^[A-Z][^\p{Script=Han}]*[.?]$/u, code);
    }
  });

  it('says what to do about a problem', () => {
    for (const code of Object.keys(checkProblems) as (keyof typeof checkProblems)[]) assert.match(checkProblems[code].zh, /请/, code);
  });
});
