import {latePart} from './late-part.js';

/**
 * What is not needed to show a guide. Each import() becomes a file of its own (packages/portal/late-files.mjs), fetched when it is
 * first needed: on a slow line the bytes of the first file are what a reader waits for.
 */
export const peoplePart = latePart(() => import('./people-part.js'));

/** The installed item list: install, verify, search. */
export const installedPart = latePart(() => import('@tongban/catalogue/worker/installed.js'));
