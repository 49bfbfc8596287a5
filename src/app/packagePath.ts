import { existsSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { packageRoot } from '../experiment/index.ts';

const SCHEME = 'gigaramp:';

/**
 * A file of this package by its place in it, so that a manifest says the same on every machine; any other as it is.
 *
 * @example portablePath('/home/me/gigaramp/models/scenarios/a.yaml') // 'gigaramp:models/scenarios/a.yaml'
 */
export function portablePath(path: string): string {
  if (path.startsWith(SCHEME)) return path;
  const file = path.startsWith('file:') ? fileURLToPath(path) : resolve(path);
  const inside = relative(packageRoot(), file);
  return inside.startsWith('..') || inside.includes('node_modules')
    ? path
    : SCHEME + inside.split(sep).join('/');
}

/** Where a file is that a manifest names, or a command line in the same way. */
export function placeOnDisk(path: string): string {
  return path.startsWith(SCHEME) ? join(packageRoot(), path.slice(SCHEME.length)) : resolve(path);
}

/**
 * The way from a folder to a scenario file of one's own that is there; nothing to one that every installation finds by
 * `gigaramp:`.
 */
export function wayTo(path: string, folder: string): string | undefined {
  const file = placeOnDisk(path);
  if (path.startsWith(`${SCHEME}models/`) || !existsSync(file)) return undefined;
  return relative(resolve(folder), file).split(sep).join('/');
}

/** Whether two modules by their place in this package are one, be it compiled or not. */
export function isSameModule(a: string, b: string): boolean {
  const place = (path: string): string =>
    path.replace(/^gigaramp:dist\//, SCHEME).replace(/\.[cm]?[jt]s$/, '');
  return place(a) === place(b);
}
