import {SearchQuery} from '@tongban/domain/guide/search.js';
import {Region6, text} from '@tongban/domain/primitives.js';
import * as v from 'valibot';
import type {NearCall} from '../shared/protocol.js';
import {WorkerConfig} from '../shared/worker-config.js';

/** What the calls take that the worker's first file answers; of the others call-arguments.ts knows. A page may send anything. */
export const nearArguments: Readonly<Record<NearCall, v.GenericSchema>> = {
  start: v.strictTuple([WorkerConfig]),
  ping: v.strictTuple([]),
  networkSaid: v.strictTuple([v.boolean()]),
  'catalogue.search': v.strictTuple([SearchQuery]),
  'catalogue.guide': v.strictTuple([text(80)]),
  'catalogue.regions': v.union([v.strictTuple([]), v.strictTuple([v.optional(Region6)])]),
  'catalogue.state': v.strictTuple([]),
};
