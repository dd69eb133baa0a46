import type {Options} from 'minisearch';
import {bigramsOf, queryBigramsOf} from './bigrams.js';

/** Pairs of signs; a single sign by the pairs that begin with it. All must be found. Nothing stored beside the index. */
export const miniSearchOptions: Options = {
  idField: 'id',
  fields: ['text'],
  storeFields: [],
  tokenize: bigramsOf,
  processTerm: (term) => term,
  searchOptions: {tokenize: queryBigramsOf, processTerm: (term) => term, combineWith: 'AND', prefix: (term) => term.length === 1},
};
