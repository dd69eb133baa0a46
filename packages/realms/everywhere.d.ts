/**
 * The globals that pages, workers and Node 20 all have, for code that must run in each of them.
 *
 * Only what our shared code may lean on is named, with the members that mean the same everywhere and exist in
 * Chromium 86. Emitted declarations mention just the names, so every other realm reads them as its own full types.
 */
declare const console: {warn(...data: unknown[]): void; error(...data: unknown[]): void};

declare function setTimeout(run: () => void, ms?: number): number;
declare function clearTimeout(id: number | undefined): void;
declare function queueMicrotask(run: () => void): void;
declare function atob(base64: string): string;
declare function btoa(binary: string): string;

interface Event {
  readonly type: string;
}

interface EventTarget {
  addEventListener(
    type: string,
    listener: (event: Event) => void,
    options?: {once?: boolean; signal?: AbortSignal},
  ): void;
  removeEventListener(type: string, listener: (event: Event) => void): void;
}

interface AbortSignal extends EventTarget {}

interface MessageEvent<Data = unknown> extends Event {
  readonly data: Data;
  readonly ports: readonly MessagePort[];
}

interface MessagePort extends EventTarget {
  onmessage: ((event: MessageEvent) => void) | null;
  close(): void;
  postMessage(message: unknown, transfer?: Transferable[]): void;
  start(): void;
}

type Transferable = ArrayBuffer | MessagePort;

declare class AbortController {
  readonly signal: AbortSignal;
  abort(): void;
}

declare class TextEncoder {
  encode(text?: string): Uint8Array<ArrayBuffer>;
}

declare class TextDecoder {
  constructor(label?: string, options?: {fatal?: boolean; ignoreBOM?: boolean});
  decode(bytes?: ArrayBuffer | ArrayBufferView, options?: {stream?: boolean}): string;
}

declare class URLSearchParams implements Iterable<[string, string]> {
  constructor(init?: string | Iterable<[string, string]> | Record<string, string>);
  append(name: string, value: string): void;
  delete(name: string): void;
  get(name: string): string | null;
  getAll(name: string): string[];
  has(name: string): boolean;
  set(name: string, value: string): void;
  toString(): string;
  [Symbol.iterator](): IterableIterator<[string, string]>;
}

declare class URL {
  constructor(url: string | URL, base?: string | URL);
  hash: string;
  host: string;
  hostname: string;
  href: string;
  readonly origin: string;
  pathname: string;
  port: string;
  protocol: string;
  search: string;
  readonly searchParams: URLSearchParams;
  toString(): string;
  toJSON(): string;
}

interface ReadableStreamDefaultReader<Chunk = unknown> {
  read(): Promise<{done: false; value: Chunk} | {done: true; value?: Chunk}>;
  cancel(reason?: unknown): Promise<void>;
  releaseLock(): void;
}

interface ReadableStream<Chunk = unknown> {
  readonly locked: boolean;
  getReader(): ReadableStreamDefaultReader<Chunk>;
  cancel(reason?: unknown): Promise<void>;
}

declare class Blob {
  constructor(parts?: (string | ArrayBuffer | ArrayBufferView | Blob)[], options?: {type?: string});
  arrayBuffer(): Promise<ArrayBuffer>;
  slice(start?: number, end?: number, type?: string): Blob;
  stream(): ReadableStream<Uint8Array<ArrayBuffer>>;
  text(): Promise<string>;
}

declare class FormData {
  append(name: string, value: string | Blob, fileName?: string): void;
}

type HeadersInit = Headers | Iterable<readonly [string, string]> | Record<string, string>;
type BodyInit = string | ArrayBuffer | ArrayBufferView | Blob | FormData | URLSearchParams | ReadableStream;

declare class Headers implements Iterable<[string, string]> {
  constructor(init?: HeadersInit);
  append(name: string, value: string): void;
  delete(name: string): void;
  get(name: string): string | null;
  has(name: string): boolean;
  set(name: string, value: string): void;
  forEach(visit: (value: string, name: string) => void): void;
  [Symbol.iterator](): IterableIterator<[string, string]>;
}

interface RequestInit {
  method?: string;
  headers?: HeadersInit;
  body?: BodyInit | null;
  cache?: 'default' | 'force-cache' | 'no-cache' | 'no-store' | 'only-if-cached' | 'reload';
  credentials?: 'include' | 'omit' | 'same-origin';
  redirect?: 'error' | 'follow' | 'manual';
  signal?: AbortSignal | null;
}

interface Body {
  readonly body: ReadableStream<Uint8Array<ArrayBuffer>> | null;
  readonly bodyUsed: boolean;
  arrayBuffer(): Promise<ArrayBuffer>;
  blob(): Promise<Blob>;
  json(): Promise<unknown>;
  text(): Promise<string>;
}

declare class Request {
  constructor(input: string | URL | Request, init?: RequestInit);
  readonly headers: Headers;
  readonly method: string;
  readonly signal: AbortSignal;
  readonly url: string;
  clone(): Request;
}
interface Request extends Body {}

declare class Response {
  constructor(body?: BodyInit | null, init?: {status?: number; statusText?: string; headers?: HeadersInit});
  readonly headers: Headers;
  readonly ok: boolean;
  readonly redirected: boolean;
  readonly status: number;
  readonly statusText: string;
  readonly url: string;
  clone(): Response;
}
interface Response extends Body {}

declare function fetch(input: string | URL | Request, init?: RequestInit): Promise<Response>;

interface CryptoKey {
  readonly algorithm: {name: string};
  readonly extractable: boolean;
  readonly type: 'private' | 'public' | 'secret';
  readonly usages: string[];
}

declare const crypto: {
  getRandomValues<Bytes extends ArrayBufferView>(bytes: Bytes): Bytes;
  readonly subtle: {
    digest(algorithm: 'SHA-256' | 'SHA-384' | 'SHA-512', data: ArrayBuffer | ArrayBufferView): Promise<ArrayBuffer>;
  };
};
