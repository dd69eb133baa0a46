import type {SignInWish} from '@tongban/domain/portal.js';

const KEY = 'tongban:wish';

/** What somebody pressed sign-in for, while the browser is away asking the hub. Says nothing about who they are. */
export interface PendingWish {
  keep(wish: SignInWish): void;
  take(): SignInWish | undefined;
}

/** Storage that is switched off forgets the wish; the person then presses again. */
export function pendingWish(storage: () => Storage): PendingWish {
  return {
    keep({userType}) {
      try {
        storage().setItem(KEY, userType ?? 'person');
      } catch {
        // See above.
      }
    },
    take() {
      try {
        const userType = storage().getItem(KEY);
        storage().removeItem(KEY);
        return userType === 'person' || userType === 'corp' ? {userType} : undefined;
      } catch {
        return undefined;
      }
    },
  };
}
