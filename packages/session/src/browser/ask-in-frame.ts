import {isReturn, RETURNED} from './silent-frame.js';

const ANSWER_WITHIN_MS = 8_000;
const LOOK_EVERY_MS = 50;

/**
 * Asks the gateway in a hidden frame whether somebody is signed in. Works where page and gateway are of one site.
 *
 * The frame ends at a page of this origin with the answer in its address. That page's loader says so at once; where none runs, the
 * address is looked at. The page in the frame is thrown away as soon as its address is known.
 *
 * @returns the address the frame came back with; undefined when it did not in time
 */
export function askInFrame(url: string, {within = ANSWER_WITHIN_MS}: {within?: number} = {}): Promise<string | undefined> {
  return new Promise((resolve) => {
    const frame = document.createElement('iframe');
    frame.hidden = true;
    frame.tabIndex = -1;
    frame.title = '';
    frame.setAttribute('aria-hidden', 'true');
    frame.dataset.tongban = 'silent';

    const settle = (answer: string | undefined) => {
      clearTimeout(limit);
      clearInterval(looking);
      removeEventListener('message', heard);
      frame.remove();
      resolve(answer);
    };
    const heard = ({source, origin, data}: MessageEvent<{tb?: unknown; url?: unknown} | null>) => {
      if (source !== frame.contentWindow || origin !== location.origin || data?.tb !== RETURNED || typeof data.url !== 'string') return;
      settle(data.url);
    };
    const look = () => {
      const address = addressOf(frame);
      if (address !== undefined && isReturn(address)) settle(address.href);
    };
    const limit = setTimeout(() => settle(undefined), within);
    const looking = setInterval(look, LOOK_EVERY_MS);
    addEventListener('message', heard);
    frame.src = url;
    document.body.append(frame);
  });
}

/** The frame's address while it is of this origin; another origin's is not readable. */
function addressOf({contentWindow}: HTMLIFrameElement): URL | undefined {
  try {
    const {href, origin} = contentWindow!.location;
    return origin === location.origin ? new URL(href) : undefined;
  } catch {
    return undefined;
  }
}
