import { randomUUID } from 'node:crypto';
import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { codeOf, fileReason } from '../refusal/index.ts';
import { InputError } from './inputError.ts';
import { fileOfLink, writePlaceOf } from './writePlace.ts';

/**
 * The name under which a file is written before it is whole; never the same twice, on whatever machine. It stands
 * beside the file that a link leads to, since nothing is renamed from one disk to another.
 */
export function unfinishedName(path: string): string {
  return `${fileOfLink(path)}.${randomUUID().slice(0, 13)}.unfinished`;
}

/** Whether a file is what an interrupted write left behind. */
export function isUnfinished(name: string): boolean {
  return name.endsWith('.unfinished');
}

/**
 * Gives a finished file its name, in the place of an earlier one.
 *
 * @throws InputError where a folder, a device or a pipe has that name
 */
export function replaceFile(finished: string, path: string): void {
  const { file } = writePlaceOf(path);
  if (file === undefined)
    throw new InputError(`${path}: a stream or device, expected a file or nothing in its place`);
  renameSync(finished, file);
}

/**
 * Writes a file so that it is there whole or not at all, whatever happens on the way; a durable one also outlives a
 * machine that loses power right afterwards. What is no file, such as a pipe, is written into as it is.
 */
export function writeWholeFile(
  path: string,
  content: string | Uint8Array,
  { durable = false }: { durable?: boolean } = {},
): void {
  const place = writePlaceOf(path);
  if (place.file === undefined) {
    writeFileSync(place.stream, content, { flag: 'a' });
    return;
  }
  const unfinished = unfinishedName(place.file);
  try {
    writeFileSync(unfinished, content, { flush: durable });
    renameSync(unfinished, place.file);
    if (durable) flushFolder(dirname(place.file));
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw error;
  }
}

const NO_ROOM = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);

/**
 * Writes a file that somebody named, whole or not at all.
 *
 * @throws InputError that begins with what the file is to them, such as `out`, where it cannot be written
 */
export function writeNamedFile(noun: string, path: string, content: string | Uint8Array): void {
  try {
    writeWholeFile(path, content);
  } catch (error) {
    throw unwritable(noun, path, error);
  }
}

/** What to say where a file that somebody named could not be written. */
export function unwritable(noun: string, path: string, error: unknown): InputError {
  if (error instanceof InputError) return new InputError(`${noun} ${error.message}`);
  const code = codeOf(error);
  if (code === undefined) throw error;
  const expected = NO_ROOM.has(code) ? 'room for it' : 'a file in a folder that can be written into';
  return new InputError(
    `${noun} ${path}: cannot be written (${code === 'ENOENT' ? 'its folder is not there' : fileReason(error)}), expected ${expected}`,
  );
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
