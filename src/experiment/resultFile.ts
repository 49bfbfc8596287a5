import { readFileSync, statSync } from 'node:fs';
import { InputError } from './inputError.ts';

/**
 * Whether a file of results is there.
 *
 * @throws InputError where something else than a file is in its place
 */
export function isFileThere(path: string): boolean {
  const state = statSync(path, { throwIfNoEntry: false });
  if (state === undefined) return false;
  if (state.isFile()) return true;
  throw new InputError(`${path}: a ${state.isDirectory() ? 'folder' : 'stream or device'}, expected a file`);
}

/**
 * The text of a file of results; nothing where there is none.
 *
 * @throws InputError where something else is in its place, or it cannot be read
 */
export function resultText(path: string): string | undefined {
  if (!isFileThere(path)) return undefined;
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    const { code = 'unknown' } = error as NodeJS.ErrnoException;
    throw new InputError(`${path}: cannot be read (${code}), expected a file of a run`);
  }
}
