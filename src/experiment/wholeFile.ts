import { renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { InputError } from './inputError.ts';

/** The name under which a file is written before it is whole. */
export function unfinishedName(path: string): string {
  return `${path}.${process.pid}.unfinished`;
}

/** Whether a file is what an interrupted write left behind. */
export function isUnfinished(name: string): boolean {
  return name.endsWith('.unfinished');
}

/**
 * Gives a finished file its name, in the place of an earlier one.
 *
 * @throws InputError where a folder has that name
 */
export function replaceFile(finished: string, path: string): void {
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory() === true)
    throw new InputError(`${path}: a folder, expected a file or nothing in its place`);
  renameSync(finished, path);
}

/** Writes a file so that it is there whole or not at all, whatever happens on the way. */
export function writeWholeFile(path: string, content: string | Uint8Array): void {
  const unfinished = unfinishedName(path);
  try {
    writeFileSync(unfinished, content);
    replaceFile(unfinished, path);
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw error;
  }
}
