import {create, type Orama, type Tokenizer} from '@orama/orama';
import {bigramsOf, queryBigramsOf} from './bigrams.js';

let isAsking = false;

/** Orama tokenizes queries as it does texts; here a query must not bring its last sign. */
export async function asking<T>(search: () => Promise<T> | T): Promise<T> {
  isAsking = true;
  try {
    return await search();
  } finally {
    isAsking = false;
  }
}

const tokenizer: Tokenizer = {
  language: 'english',
  normalizationCache: new Map(),
  tokenize: (text: string) => (isAsking ? queryBigramsOf(text) : bigramsOf(text)),
};

export const oramaSchema = {text: 'string'} as const;
export type BenchOrama = Orama<typeof oramaSchema>;

/** Pairs of signs through a tokenizer of one's own. */
export const createOrama = (): BenchOrama => create({schema: oramaSchema, components: {tokenizer}}) as BenchOrama;
