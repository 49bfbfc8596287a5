// @ts-check
import { randomBytes } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { sourceKey } from './sourceKey.js';

/** The command line, and what its worker threads load. */
const MODULES = [
  'src/app/cli/main.ts',
  'src/execution/worker.ts',
  'src/output/csvThread.ts',
  'models/rollout/rollout.ts',
];

/** A build that so long nobody started is removed: a run that began with it may still load parts of it. */
const KEPT_DAYS = 7;

/** Sources that change while they are built are built again so often. */
const MOST_ATTEMPTS = 3;

/**
 * The folder of a build of a checkout's sources as they stand, made when there is none yet; nothing where none can be made,
 * be it that a source has a mistake or that nothing can be written: then the sources themselves are to be run.
 *
 * @param {string} root folder of the checkout.
 * @returns {Promise<string | undefined>}
 * @example (await freshBuild('/home/me/gigaramp')) // '/home/me/gigaramp/node_modules/.cache/gigaramp/0c4f…'
 */
export async function freshBuild(root) {
  try {
    const home = resolve(root);
    const builds = join(home, 'node_modules', '.cache', 'gigaramp');
    for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
      const key = sourceKey(home);
      const folder = join(builds, key);
      if (existsSync(folder)) return used(folder);
      const unfinished = `${folder}.${randomBytes(6).toString('hex')}.unfinished`;
      try {
        await writeBuild(home, folder, unfinished);
        // What changed in the meantime may be in it or not.
        if (sourceKey(home) === key) return finish(unfinished, folder, builds);
      } finally {
        rmSync(unfinished, { recursive: true, force: true });
      }
    }
    return undefined;
  } catch {
    return undefined;
  }
}

/**
 * @param {string} root
 * @param {string} folder where the build will lie.
 * @param {string} unfinished where it is written.
 */
async function writeBuild(root, folder, unfinished) {
  // Before the work of building: most often this is what fails.
  mkdirSync(unfinished, { recursive: true });
  const { buildModules } = await import('./buildModules.js');
  const { files } = await buildModules({
    root,
    modules: MODULES,
    folder: unfinished,
    urlOf: (path) => JSON.stringify(pathToFileURL(join(root, path)).href),
    define: { 'import.meta.build': JSON.stringify(folder) },
  });
  for (const { path, text } of files) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  writeFileSync(join(unfinished, 'package.json'), '{ "type": "module" }\n');
}

/**
 * @param {string} unfinished
 * @param {string} folder
 * @param {string} builds
 */
function finish(unfinished, folder, builds) {
  try {
    renameSync(unfinished, folder);
  } catch (error) {
    // Another process may have been faster.
    if (!existsSync(folder)) throw error;
  }
  removeOld(builds);
  return folder;
}

/** @param {string} folder */
function used(folder) {
  try {
    const now = new Date();
    utimesSync(folder, now, now);
  } catch {
    // Of somebody else, or on a disk that is only read: then nobody removes it either.
  }
  return folder;
}

/** @param {string} builds */
function removeOld(builds) {
  const oldest = Date.now() - KEPT_DAYS * 86_400_000;
  for (const name of readdirSync(builds)) {
    const path = join(builds, name);
    if ((statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Infinity) < oldest)
      rmSync(path, { recursive: true, force: true });
  }
}
