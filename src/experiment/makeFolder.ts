import { mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { codeOf, fileReason } from '../refusal/index.ts';
import { InputError } from './inputError.ts';
import { unfinishedName } from './wholeFile.ts';

/**
 * Makes a folder, those that it is in too, and tries to write into it.
 *
 * @throws InputError that begins with what the folder is to somebody, such as `output folder`, when that cannot be
 *   done.
 */
export function makeWritableFolder(noun: string, folder: string): void {
  try {
    makeFolder(resolve(folder));
    // A name of its own: tasks of an array try the same folder at the same time.
    const trial = unfinishedName(join(folder, '.writable'));
    writeFileSync(trial, '');
    rmSync(trial);
  } catch (error) {
    throw new InputError(
      `${noun} ${folder}: cannot be written (${fileReason(error)}), expected a folder to write into`,
    );
  }
}

// Level by level: Node's own recursion never ends where the file system answers ENOENT for good, as /proc does.
function makeFolder(folder: string): void {
  if (statSync(folder, { throwIfNoEntry: false }) !== undefined) return;
  makeFolder(dirname(folder));
  try {
    mkdirSync(folder);
  } catch (error) {
    // Another process may have been quicker.
    if (codeOf(error) !== 'EEXIST') throw error;
  }
}
