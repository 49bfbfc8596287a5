import { closeSync, openSync, readdirSync, readFileSync, readSync, statSync, type Stats } from 'node:fs';
import { dirname } from 'node:path';
import { codeOf, fileReason } from '../refusal/index.ts';
import { InputError } from './inputError.ts';

/** A folder, a stream or a device in the place of a file. */
export class NotAFile extends InputError {}

/** What is at a path of a results folder, which may hold anything; nothing where nothing is. */
function stateOf(path: string): Stats | undefined {
  try {
    return statSync(path);
  } catch (error) {
    const code = codeOf(error);
    if (code === 'ENOENT') return undefined;
    // A file stands where a folder should, here or further up.
    if (code === 'ENOTDIR') {
      const folder = dirname(path);
      if (stateOf(folder)?.isDirectory() !== true)
        throw new InputError(`${folder}: a file, expected a folder`);
    }
    throw unreadable(path, error, 'a file or folder of a run');
  }
}

/** What to say where the file system does not give what is at a path. */
function unreadable(path: string, error: unknown, expected: string): InputError {
  return new InputError(`${path}: cannot be read (${fileReason(error)}), expected ${expected}`);
}

/**
 * Whether a file of results is there.
 *
 * @throws NotAFile where something else than a file is in its place
 */
export function isFileThere(path: string): boolean {
  const state = stateOf(path);
  if (state === undefined) return false;
  if (state.isFile()) return true;
  throw new NotAFile(`${path}: a ${state.isDirectory() ? 'folder' : 'stream or device'}, expected a file`);
}

/**
 * Whether a folder of results is there.
 *
 * @throws InputError where something else than a folder is in its place
 */
export function isFolderThere(path: string): boolean {
  const state = stateOf(path);
  if (state === undefined) return false;
  if (state.isDirectory()) return true;
  throw new InputError(`${path}: a ${state.isFile() ? 'file' : 'stream or device'}, expected a folder`);
}

/** @throws InputError where no folder is, which a person named as that of a run */
export function requireFolder(path: string): void {
  const state = stateOf(path);
  if (state === undefined) throw new InputError(`${path}: not found, expected the folder of a run`);
  if (!state.isDirectory()) throw new InputError(`${path}: a file, expected the folder of a run`);
}

/**
 * The names in a folder of results, in order.
 *
 * @throws InputError where it cannot be read
 */
export function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder).sort();
  } catch (error) {
    throw unreadable(folder, error, 'a folder of a run');
  }
}

/**
 * The bytes of a file of results; nothing where there is none.
 *
 * @throws InputError where something else is in its place, or it cannot be read
 */
export function resultBytes(path: string): Buffer | undefined {
  if (!isFileThere(path)) return undefined;
  try {
    return readFileSync(path);
  } catch (error) {
    throw unreadable(path, error, 'a file of a run');
  }
}

/**
 * The text of a file of results; nothing where there is none.
 *
 * @throws InputError where something else is in its place, or it cannot be read
 */
export function resultText(path: string): string | undefined {
  return resultBytes(path)?.toString('utf8');
}

const CHUNK_BYTES = 1 << 20;

/**
 * The bytes of a file of results, chunk after chunk, so that a file of any size takes the same memory; none where there
 * is no file. A chunk is overwritten by the next.
 *
 * @throws InputError where something else is in its place, or it cannot be read
 */
export function* resultChunks(path: string): Generator<Buffer> {
  if (!isFileThere(path)) return;
  const failure = (error: unknown): InputError => unreadable(path, error, 'a file of a run');
  const file = tried(() => openSync(path, 'r'), failure);
  try {
    const chunk = Buffer.allocUnsafe(CHUNK_BYTES);
    for (;;) {
      const length = tried(() => readSync(file, chunk), failure);
      if (length === 0) return;
      yield chunk.subarray(0, length);
    }
  } finally {
    closeSync(file);
  }
}

function tried<T>(act: () => T, failure: (error: unknown) => InputError): T {
  try {
    return act();
  } catch (error) {
    throw failure(error);
  }
}
