import {canonicalJson} from '@tongban/domain/canonical-json.js';
import {sha256} from './sha256.js';

/** SHA-256 over the RFC 8785 form of a JSON value, lower-case hex: what a receipt says it is for. */
export const canonicalHash = (value: unknown): Promise<string> => sha256(new TextEncoder().encode(canonicalJson(value)));
