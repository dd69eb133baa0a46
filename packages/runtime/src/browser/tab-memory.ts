import type {SignInWish} from '@tongban/domain/portal.js';

const WISH = 'tongban:wish';
const NOBODY = 'tongban:nobody';
const ACTING = 'tongban:acting';

/** What one tab remembers from page to page. Nothing of it says who somebody is. */
export interface TabMemory {
  /** What somebody pressed sign-in for, while the browser is away asking the hub. */
  keepWish(wish: SignInWish): void;
  takeWish(): SignInWish | undefined;
  /** The gateway was asked in a hidden frame and knew nobody: it need not be asked on every page. */
  nobodyIsThere: boolean;
  /** Id of the delegation somebody acts under in this tab: an agent does not choose the firm anew on every page. */
  actingUnder: string | undefined;
}

/** Storage that is switched off remembers nothing: the person presses again, the gateway is asked again. */
export function tabMemory(storage: () => Storage): TabMemory {
  const attempt = <T>(work: (open: Storage) => T): T | undefined => {
    try {
      return work(storage());
    } catch {
      return undefined;
    }
  };
  return {
    keepWish: ({userType}) => void attempt((open) => open.setItem(WISH, userType ?? 'person')),
    takeWish() {
      const userType = attempt((open) => open.getItem(WISH));
      attempt((open) => open.removeItem(WISH));
      return userType === 'person' || userType === 'corp' ? {userType} : undefined;
    },
    get nobodyIsThere() {
      return attempt((open) => open.getItem(NOBODY)) === '1';
    },
    set nobodyIsThere(isSo) {
      attempt((open) => (isSo ? open.setItem(NOBODY, '1') : open.removeItem(NOBODY)));
    },
    get actingUnder() {
      return attempt((open) => open.getItem(ACTING)) ?? undefined;
    },
    set actingUnder(delegationId) {
      attempt((open) => (delegationId === undefined ? open.removeItem(ACTING) : open.setItem(ACTING, delegationId)));
    },
  };
}
