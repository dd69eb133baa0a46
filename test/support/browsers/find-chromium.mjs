import {accessSync, constants} from 'node:fs';
import {homedir} from 'node:os';
import {delimiter, join} from 'node:path';
import {canInstall, install, missing} from '../apt.mjs';
import {packedChromium} from './packed-chromium.mjs';
import {starts} from './starts.mjs';

let found;

/**
 * The path of a current Chrome, Chromium or Edge that starts. Looks at CHROME_PATH, then at what the system has, then
 * installs one: by apt-get as root on Debian, else from an npm package.
 */
export function findChromium() {
  return (found ??= search());
}

async function search() {
  provideChineseFont();
  const chosen = process.env.CHROME_PATH;
  if (chosen) {
    if (isExecutable(chosen)) return chosen;
    throw new Error('CHROME_PATH does not name an executable file.');
  }
  for (const look of [installed, fromApt, () => packedChromium(153)]) {
    const binary = await look();
    if (binary && (await starts(binary))) return binary;
  }
  throw new Error(
    'No Chrome, Chromium or Edge was found, and none could be installed. Install one, or set CHROME_PATH.',
  );
}

const installed = () => candidates().find(isExecutable);

function fromApt() {
  return install(['chromium'], 'no Chrome, Chromium or Edge was found to run the tests in') ? installed() : undefined;
}

/** Without one, Chinese is drawn as boxes: widths and screenshots would not be those that people see. */
function provideChineseFont() {
  if (canInstall() && missing(['fonts-noto-cjk']).length > 0) install(['fonts-noto-cjk'], 'a font that has Chinese');
}

function candidates() {
  if (process.platform === 'win32') return windowsCandidates();
  if (process.platform === 'darwin') {
    const apps = ['Google Chrome', 'Chromium', 'Microsoft Edge'];
    return ['', homedir()].flatMap((home) =>
      apps.map((app) => `${home}/Applications/${app}.app/Contents/MacOS/${app}`),
    );
  }
  const names = ['google-chrome-stable', 'google-chrome', 'chromium', 'chromium-browser', 'microsoft-edge-stable'];
  const folders = (process.env.PATH ?? '').split(delimiter);
  return names.flatMap((name) => folders.map((folder) => join(folder, name)));
}

function windowsCandidates() {
  const {PROGRAMFILES, LOCALAPPDATA} = process.env;
  const roots = [PROGRAMFILES, process.env['PROGRAMFILES(X86)'], LOCALAPPDATA].filter(Boolean);
  const programs = [
    'Google/Chrome/Application/chrome.exe',
    'Chromium/Application/chrome.exe',
    'Microsoft/Edge/Application/msedge.exe',
  ];
  return roots.flatMap((root) => programs.map((program) => join(root, program)));
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
