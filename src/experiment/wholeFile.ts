import { randomUUID } from 'node:crypto';
import { closeSync, fsyncSync, openSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { InputError } from './inputError.ts';

/** The name under which a file is written before it is whole; never the same twice, on whatever machine. */
export function unfinishedName(path: string): string {
  return `${path}.${randomUUID().slice(0, 13)}.unfinished`;
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

/**
 * Writes a file so that it is there whole or not at all, whatever happens on the way; a durable one also outlives a
 * machine that loses power right afterwards.
 */
export function writeWholeFile(
  path: string,
  content: string | Uint8Array,
  { durable = false }: { durable?: boolean } = {},
): void {
  const unfinished = unfinishedName(path);
  try {
    writeFileSync(unfinished, content, { flush: durable });
    replaceFile(unfinished, path);
    if (durable) flushFolder(dirname(path));
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw error;
  }
}

/** The new name of a file is a part of its folder. Windows opens no folders, and keeps names by itself. */
function flushFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
