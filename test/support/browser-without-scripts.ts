/** What a person sees: where the browser is and what it shows. */
export interface Shown {
  readonly url: URL;
  readonly status: number;
  readonly html: string;
}

/** One request of a browser and what came of it. */
export interface Step {
  readonly method: string;
  readonly url: string;
  readonly status: number;
}

/**
 * A browser with cookies and redirects, without scripts or a screen. Stops before an address that `isPage` claims: that is the page
 * that began the sign-in, and the test is that page.
 */
export class BrowserWithoutScripts {
  readonly steps: Step[] = [];
  readonly #fetch: typeof fetch;
  readonly #isPage: (url: URL) => boolean;
  readonly #cookies: {host: string; path: string; name: string; value: string}[] = [];

  constructor(options: {fetch: typeof fetch; isPage: (url: URL) => boolean}) {
    this.#fetch = options.fetch;
    this.#isPage = options.isPage;
  }

  async open(address: string): Promise<Shown> {
    return this.#go('GET', new URL(address));
  }

  /** Presses a button: sends its form with the named value. */
  async submit(shown: Shown, fields: Record<string, string>, action = shown.url.href): Promise<Shown> {
    return this.#go('POST', new URL(action, shown.url), new URLSearchParams(fields).toString());
  }

  /** Follows the first link whose address contains the text. */
  async follow(shown: Shown, part: string): Promise<Shown> {
    const link = [...shown.html.matchAll(/href="([^"]*)"/g)].map(([, href]) => href!.replaceAll('&amp;', '&').replaceAll('&#38;', '&')).find((href) => href.includes(part));
    if (link === undefined) throw new Error(`No link to ${part} on ${shown.url.pathname}`);
    return this.open(new URL(link, shown.url).href);
  }

  forgetCookies(): void {
    this.#cookies.length = 0;
  }

  async #go(method: string, url: URL, body?: string): Promise<Shown> {
    for (let hop = 0; hop < 20; hop += 1) {
      if (this.#isPage(url)) return {url, status: 200, html: ''};
      const headers: Record<string, string> = {accept: 'text/html', 'accept-language': 'zh-CN'};
      const cookie = this.#cookies.filter(({host, path}) => host === url.host && (path === '/' || url.pathname === path || url.pathname.startsWith(`${path.replace(/\/$/, '')}/`)));
      if (cookie.length > 0) headers.cookie = cookie.map(({name, value}) => `${name}=${value}`).join('; ');
      if (body !== undefined) headers['content-type'] = 'application/x-www-form-urlencoded';
      const response = await this.#fetch(url.href, {method, headers, body, redirect: 'manual'});
      this.steps.push({method, url: url.href, status: response.status});
      for (const line of response.headers.getSetCookie()) this.#keep(url.host, line);
      const location = response.headers.get('location');
      if (location === null || response.status < 300 || response.status > 399) {
        const html = await response.text();
        const form = /<form method="post" action="([^"]+)">([\s\S]*?)<\/form>/.exec(html);
        const isAutomatic = form && html.includes('.submit()');
        if (!isAutomatic) return {url, status: response.status, html};
        const fields = [...form[2]!.matchAll(/name="([^"]*)" value="([^"]*)"/g)].map(([, name, value]) => [name!, value!] as [string, string]);
        [method, url, body] = ['POST', new URL(form[1]!, url), new URLSearchParams(fields).toString()];
        continue;
      }
      await response.body?.cancel();
      [method, url, body] = ['GET', new URL(location, url), undefined];
    }
    throw new Error(`Too many redirects at ${url.origin}${url.pathname}`);
  }

  #keep(host: string, line: string): void {
    const [pair = '', ...attributes] = line.split(/;\s*/);
    const [name, value] = [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)];
    const path = attributes.find((attribute) => /^path=/i.test(attribute))?.slice(5) ?? '/';
    const at = this.#cookies.findIndex((cookie) => cookie.host === host && cookie.path === path && cookie.name === name);
    if (at !== -1) this.#cookies.splice(at, 1);
    const expires = attributes.find((attribute) => /^expires=/i.test(attribute))?.slice(8);
    if (value !== '' && (expires === undefined || Date.parse(expires) > Date.now())) this.#cookies.push({host, path, name, value});
  }
}
