import {codeOf, type ErrorCode} from '@tongban/domain/errors.js';
import type {Piece} from '@tongban/domain/slots/slot.js';
import {staffPort, type WindowHost} from '../window/window-host.js';

/** One scan on its way to the gateway. */
export interface Scan {
  readonly fileName: string;
  readonly sent: number;
  readonly size: number;
  /** There once every byte has arrived and the hash agrees. */
  readonly piece?: Piece;
  readonly problem?: ErrorCode;
}

/** The scans made at this counter for what is not sent yet, by a key of the screen that wants them. */
export class Scans {
  readonly #host: WindowHost;
  #scans: ReadonlyMap<string, readonly Scan[]> = new Map();

  constructor(host: WindowHost) {
    this.#host = host;
  }

  of(key: string): readonly Scan[] {
    return this.#scans.get(key) ?? [];
  }

  /** Those that have arrived. */
  pieces(key: string): Piece[] {
    return this.of(key).flatMap(({piece}) => piece ?? []);
  }

  isUploading(key: string): boolean {
    return this.of(key).some(({piece, problem}) => piece === undefined && problem === undefined);
  }

  /** Uploads them; resolves when none is on its way any more. */
  async add(key: string, files: readonly File[]): Promise<void> {
    await Promise.all(files.map((file) => this.#upload(key, file)));
  }

  remove(key: string, scan: Scan): void {
    this.#put(key, this.of(key).filter((each) => each !== scan));
  }

  /** Forgets what was scanned for keys that begin like this. */
  clear(prefix = ''): void {
    this.#scans = new Map([...this.#scans].filter(([key]) => !key.startsWith(prefix)));
    this.#host.requestUpdate();
  }

  async #upload(key: string, file: File): Promise<void> {
    let scan: Scan = {fileName: file.name, sent: 0, size: file.size};
    this.#put(key, [...this.of(key), scan]);
    const become = (next: Scan) => {
      const before = scan;
      scan = next;
      this.#put(key, this.of(key).map((each) => (each === before ? next : each)));
    };
    try {
      const piece = await staffPort(this.#host.portal).scan(file, file.name, (sent, size) => become({...scan, sent, size}));
      become({...scan, sent: scan.size, piece});
    } catch (error) {
      become({...scan, problem: codeOf(error)});
    }
  }

  #put(key: string, scans: readonly Scan[]): void {
    this.#scans = new Map(this.#scans).set(key, scans);
    this.#host.requestUpdate();
  }
}
