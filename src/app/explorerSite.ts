import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { InputError, packageRoot } from '../experiment/index.ts';

/** What makes the site, in a checkout. */
const BUILD = 'npm run build:explorer';

/**
 * The folder of the built explorer.
 *
 * @throws InputError where it is not built, or older than the source that it was built from.
 */
export function explorerSite(root: string = packageRoot()): string {
  const folder = join(root, 'dist', 'explorer');
  const page = join(folder, 'index.html');
  if (!existsSync(page)) throw new InputError(`explorer: not built, expected dist/explorer: ${BUILD}`);
  const built = statSync(page).mtimeMs;
  // An installed package has no source.
  if (!existsSync(join(root, 'src', 'explorer'))) return folder;
  const newer = ['src', 'models']
    .flatMap((name) => filesIn(join(root, name)))
    .find((path) => statSync(path).mtimeMs > built);
  if (newer !== undefined)
    throw new InputError(
      `explorer: older than its source (${newer.slice(root.length + 1)}), expected a new one: ${BUILD}`,
    );
  return folder;
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => /\.(?:tsx?|css|csv|yaml)$/.test(path));
}
