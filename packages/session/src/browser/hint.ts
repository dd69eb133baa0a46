const KEY = 'tongban:home';

/** What may be remembered without a sign-in: that somebody signed in here, and in which province they are at home. No more. */
export interface HomeHint {
  read(): string | undefined;
  remember(homeRegion: string): void;
  forget(): void;
}

/** Storage that is switched off remembers nothing and breaks nothing. */
export function homeHint(storage: () => Storage): HomeHint {
  const attempt = <T>(work: (open: Storage) => T): T | undefined => {
    try {
      return work(storage());
    } catch {
      return undefined;
    }
  };
  return {
    read() {
      const known = attempt((open) => open.getItem(KEY)) ?? '';
      return /^\d{6}$/.test(known) ? known : undefined;
    },
    remember: (homeRegion) => void attempt((open) => open.setItem(KEY, `${homeRegion.slice(0, 2)}0000`)),
    forget: () => void attempt((open) => open.removeItem(KEY)),
  };
}
