import {canonicalJson} from '@tongban/domain/canonical-json.js';
import {createHash} from 'node:crypto';

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** SHA-256 over the RFC 8785 form of a JSON value, lower-case hex. @throws TbError TB_CONTRACT_INVALID for what is no JSON */
export const canonicalHash = (value: unknown): string => sha256(canonicalJson(value));
