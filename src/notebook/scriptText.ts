import { createHash } from 'node:crypto';
import { existsSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { InputError } from '../experiment/index.ts';

/** A script as it is on disk. */
export interface ScriptText {
  /** Absolute, without links. */
  readonly path: string;
  /** With line feeds only, and without a byte order mark. */
  readonly text: string;
  /** SHA-256 of the file's bytes. */
  readonly hash: string;
}

/**
 * Reads a script.
 *
 * @throws InputError where there is none, or it is no TypeScript or empty.
 */
export function scriptText(file: string): ScriptText {
  if (!existsSync(file) || !statSync(file).isFile()) {
    throw new InputError(`${file}: no such file, expected a notebook script`);
  }
  if (!/\.m?ts$/.test(file))
    throw new InputError(`${file}: no TypeScript, expected a script that ends in .ts`);
  const bytes = readFileSync(file);
  const text = bytes
    .toString('utf8')
    .replace(/^\uFEFF/, '')
    .replaceAll(/\r\n?/g, '\n');
  if (text.trim() === '') throw new InputError(`${file}: empty, expected a notebook script`);
  return { path: realpathSync(file), text, hash: createHash('sha256').update(bytes).digest('hex') };
}
