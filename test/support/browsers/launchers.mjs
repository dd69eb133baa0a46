import {chromeLauncher} from '@web/test-runner-chrome';
import {playwrightLauncher} from '@web/test-runner-playwright';
import {findChromium} from './find-chromium.mjs';
import {firefox} from './installed.mjs';
import {packedChromium} from './packed-chromium.mjs';
import {chromiumFlags} from './starts.mjs';
import {webkitLauncher} from './webkit.mjs';

/** How Web Test Runner starts each browser of the test run. */
export const launchers = {
  chromium: async () => chromium(await findChromium()),
  chromium86: async () => named('Chromium 86', chromium(await packedChromium(86), '--no-zygote')),
  chromium109: async () => named('Chromium 109', chromium(await packedChromium(109), '--no-zygote')),
  firefox: () =>
    named(
      'Firefox',
      chromeLauncher({launchOptions: {browser: 'firefox', executablePath: firefox(), headless: true, args: []}}),
    ),
  webkit: async () => named('WebKitGTK', await webkitLauncher()),
};

const chromium = (executablePath, ...flags) =>
  playwrightLauncher({product: 'chromium', launchOptions: {executablePath, args: [...chromiumFlags, ...flags]}});

const named = (name, launcher) => Object.assign(launcher, {name});
