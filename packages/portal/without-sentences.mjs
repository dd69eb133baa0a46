import {basename} from 'node:path';

/**
 * Leaves the sentences of the error table out of the worker: it passes codes on, and the page has the sentences it shows. An error's
 * own `message` is empty there; its name is its code.
 */
export function withoutSentences() {
  return {
    name: 'without-sentences',
    enforce: 'pre',
    transform(code, id) {
      if (basename(id) !== 'errors.ts' || !code.includes('export const errors = {')) return undefined;
      const sentences = /, zh: '[^'\n]*', en: '[^'\n]*'(?=\},?$)/gm;
      const entries = code.match(/^ {2}TB_\w+: \{/gm)?.length;
      if (code.match(sentences)?.length !== entries) throw new Error('The error table is written otherwise than before.');
      return {code: code.replaceAll(sentences, (sentence) => ' '.repeat(sentence.length)), map: null}; // Every column keeps its place.
    },
  };
}
