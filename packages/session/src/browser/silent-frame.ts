export const RETURNED = 'returned';

/** Whether this address may be an answer of an authorization server (RFC 6749 §4.1.2). */
export function isReturn({searchParams}: {searchParams: URLSearchParams}): boolean {
  return searchParams.has('state') && (searchParams.has('code') || searchParams.has('error'));
}

/**
 * A page in the hidden frame of `askInFrame()` hands its address to the page around it and does nothing else.
 *
 * @returns whether this is such a page
 */
export function answerSilentFrame(self: Window): boolean {
  if (self.parent === self || !isOwnFrame(self) || !isReturn(new URL(self.location.href))) return false;
  self.parent.postMessage({tb: RETURNED, url: self.location.href}, self.location.origin);
  return true;
}

/** A page of another origin around this one does not show us its frame, so only our own can claim it. */
function isOwnFrame({frameElement}: Window): boolean {
  return frameElement?.getAttribute('data-tongban') === 'silent';
}
