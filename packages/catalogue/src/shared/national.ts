import type {Region6} from '@tongban/domain/primitives.js';

/** 中华人民共和国 in GB/T 2260: the region of lists that hold everywhere. */
export const NATIONAL: Region6 = '100000';
