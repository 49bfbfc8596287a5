import { lstatSync, readlinkSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { InputError } from './inputError.ts';

/** Where what is written under a path goes. */
export type WritePlace =
  /** A file, there already or not, under the name that no link stands for. */
  | { readonly file: string; readonly stream?: undefined }
  /** What cannot be replaced: a device, a pipe, or a descriptor that this process has open. */
  | { readonly stream: string | number; readonly file?: undefined };

/** As many as Linux follows. */
const MOST_LINKS = 40;

/**
 * Where what is written under a path goes: through links, so that they stay, and into what is no file as it is.
 *
 * @throws InputError where a folder has that name; what the file system throws.
 */
export function writePlaceOf(path: string): WritePlace {
  let place = resolve(path);
  for (let links = 0; ; links++) {
    const descriptor = descriptorOf(place);
    if (descriptor !== undefined) return { stream: opensAnew(place) ? place : descriptor };
    if (links === MOST_LINKS || lstatSync(place, { throwIfNoEntry: false })?.isSymbolicLink() !== true) break;
    place = resolve(dirname(place), readlinkSync(place));
  }
  const state = statSync(place, { throwIfNoEntry: false });
  if (state?.isDirectory() === true)
    throw new InputError(`${path}: a folder, expected a file or nothing in its place`);
  return state === undefined || state.isFile() ? { file: place } : { stream: place };
}

/** The file that a path stands for; the path itself where it stands for none. */
export function fileOfLink(path: string): string {
  return writePlaceOf(path).file ?? path;
}

/** The number in a path such as `/proc/self/fd/1`, which `/dev/stdout` and `/dev/fd/1` lead to. */
function descriptorOf(path: string): number | undefined {
  const name = basename(path);
  if (!/^\d{1,9}$/.test(name) || !/^\/(?:proc|dev)\//.test(path)) return undefined;
  const own = ['/proc/self/fd', '/dev/fd'].some((folder) => realPath(dirname(path)) === realPath(folder));
  return own ? Number(name) : undefined;
}

function realPath(path: string): string | undefined {
  try {
    return realpathSync(path);
  } catch {
    return undefined;
  }
}

/** A file opened anew would be written over from its beginning, and a socket cannot be opened. */
function opensAnew(path: string): boolean {
  const state = statSync(path, { throwIfNoEntry: false });
  return state !== undefined && !state.isFile() && !state.isSocket();
}
