import type {Answers} from '@tongban/domain/guide/when.js';
import type {SignInWish} from '@tongban/domain/portal.js';

const WISH = 'tongban:wish';
const NOBODY = 'tongban:nobody';
const ACTING = 'tongban:acting';
const ANSWERS = 'tongban:answers';

/** What one tab remembers from page to page. Nothing of it says who somebody is. */
export interface TabMemory {
  /** What somebody pressed sign-in for, while the browser is away asking the hub. */
  keepWish(wish: SignInWish): void;
  takeWish(): SignInWish | undefined;
  /** The gateway was asked in a hidden frame and knew nobody: it need not be asked on every page. */
  nobodyIsThere: boolean;
  /** Id of the delegation somebody acts under in this tab: an agent does not choose the firm anew on every page. */
  actingUnder: string | undefined;
  /** What somebody said about their situation with an item before there was a draft; none at all forgets it. */
  keepAnswers(taskCode: string, answers: Answers): void;
  answersTo(taskCode: string): Answers;
  forgetAnswers(): void;
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
  const answers = (): Readonly<Record<string, Answers>> => answersIn(attempt((open) => open.getItem(ANSWERS)));
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
    keepAnswers(taskCode, given) {
      const {[taskCode]: _before, ...others} = answers();
      const kept = Object.keys(given).length > 0 ? {...others, [taskCode]: given} : others;
      attempt((open) => open.setItem(ANSWERS, JSON.stringify(kept)));
    },
    answersTo: (taskCode) => answers()[taskCode] ?? {},
    forgetAnswers: () => void attempt((open) => open.removeItem(ANSWERS)),
  };
}

/** Other scripts of the page can write there too: what is not made of answers counts for nothing. */
function answersIn(stored: string | null | undefined): Readonly<Record<string, Answers>> {
  try {
    const all: unknown = JSON.parse(stored ?? '{}');
    return Object.fromEntries(Object.entries(all as object).filter((entry): entry is [string, Answers] => isAnswers(entry[1])));
  } catch {
    return {};
  }
}

const isAnswers = (value: unknown): value is Answers =>
  typeof value === 'object' && value !== null && Object.values(value).every((answer) => typeof answer === 'string');
