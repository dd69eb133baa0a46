import {defaultReporter} from '@web/test-runner';
import {launchers} from './test/support/browsers/launchers.mjs';
import {browserReporter} from './test/support/browser-reporter.mjs';
import {kitForTests} from './test/support/kit-for-tests.mjs';
import {viteForTests} from './test/support/wtr-vite.mjs';

// BROWSER names one of test/support/browsers/launchers.mjs; test/run.mjs goes through them all.
const browser = process.env.BROWSER ?? 'chromium';
const isLegacy = /^chromium\d+$/.test(browser);
const vite = await viteForTests({target: isLegacy ? browser.replace('chromium', 'chrome') : undefined});

/**
 * The runner's own client calls structuredClone, which Chromium has since 98. The stand-in lives inside that one
 * module, so that our code using it still fails in an old browser.
 */
const oldRunnerClient = {
  name: 'old-runner-client',
  transform({path, body}) {
    if (!isLegacy || path !== '/__web-dev-server__web-socket.js') return undefined;
    return {body: `const structuredClone = (value) => JSON.parse(JSON.stringify(value));\n${body}`};
  },
};

export default {
  files: ['test/**/*.test.ts', '!test/**/*.node.test.ts'],
  browsers: [await launchers[browser]()],
  concurrency: browser === 'webkit' || browser === 'firefox' ? 1 : 2, // WebDriver would share one window above 1.
  browserStartTimeout: 120_000,
  testsStartTimeout: 60_000,
  testsFinishTimeout: 180_000,
  testFramework: {config: {ui: 'bdd', timeout: 10_000}}, // axe needs more than mocha's two seconds on a busy machine.
  middleware: [kitForTests(), vite.middleware],
  plugins: [vite.plugin, oldRunnerClient],
  reporters: [defaultReporter(), ...(process.env.RESULTS_FILE ? [browserReporter(process.env.RESULTS_FILE)] : [])],
  filterBrowserLogs: ({args: [first]}) => !(typeof first === 'string' && first.includes('Lit is in dev mode')),
  coverageConfig: {
    include: ['packages/*/src/**'],
    report: true,
    reporters: ['lcov', 'text-summary'],
    reportDir: 'coverage',
  },
};
