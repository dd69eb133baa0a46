/**
 * Types that the ports of the domain may name though the language itself does not have them. Names only: code in the
 * domain can hand such a thing on, it cannot make one.
 */
interface AbortSignal {
  readonly aborted: boolean;
  readonly reason?: unknown;
}

interface Blob {
  readonly size: number;
  readonly type: string;
}
