/** Changes with the layout of a head: a reader refuses what it does not know. */
export const HEAD_FORMAT = 1;
