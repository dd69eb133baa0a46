import type {IndexOptions} from 'flexsearch';
import {bigramsOf, queryBigramsOf} from './bigrams.js';

let isAsking = false;

/** FlexSearch encodes queries as it encodes texts; here a query must not bring its last sign. */
export function asking<T>(search: () => T): T {
  isAsking = true;
  try {
    return search();
  } finally {
    isAsking = false;
  }
}

/** Pairs of signs by `encode`, indexed with their beginnings (`forward`), so that one sign is found too. No context, no cache. */
export const flexSearchOptions: IndexOptions = {
  tokenize: 'forward',
  resolution: 1,
  fastupdate: false,
  encode: (text: string) => (isAsking ? queryBigramsOf(text) : bigramsOf(text)),
};
