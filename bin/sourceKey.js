// @ts-check
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a build is made of beside the sources: how it is built, and the packages that go into it. */
const OTHERS = [
  'bin/buildModules.js',
  'bin/directImports.js',
  'bin/freshBuild.js',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'node_modules/.package-lock.json',
];

/**
 * Names the sources of a checkout as they stand, by their content: whatever is edited, added, removed or checked out gives
 * another name. Content and not times, which stand still within a tick of the clock and come back with a copy.
 *
 * @param {string} root folder of the checkout: a build holds its path.
 * @returns {string} a name for a folder.
 * @throws what the file system throws where one of the files cannot be read.
 */
export function sourceKey(root) {
  const hash = createHash('sha256').update(`${root}\n`);
  for (const path of [...OTHERS, ...sourceFiles(root)]) {
    const content = readFileSync(join(root, path));
    hash.update(`${path}\n${content.length}\n`).update(content);
  }
  return hash.digest('hex').slice(0, 32);
}

/** @param {string} root */
function sourceFiles(root) {
  return ['src', 'models'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts') || name.endsWith('.json'))
      .sort()
      .map((name) => join(folder, name)),
  );
}
