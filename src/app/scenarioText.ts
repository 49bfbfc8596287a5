import { readFileSync, statSync, type Stats } from 'node:fs';
import { InputError } from '../experiment/index.ts';
import { codeOf, fileReason } from '../refusal/index.ts';

/**
 * The text of a scenario, of a catalog or of dated rollouts; nothing where there is none.
 *
 * @throws InputError for what is no file, cannot be read, or is not UTF-8, with the place of the first wrong byte.
 */
export function scenarioText(path: string, expected = 'a scenario file'): string | undefined {
  const state = stateOf(path, expected);
  if (state === undefined) return undefined;
  if (state.isDirectory()) throw new InputError(`${path}: a folder, expected ${expected}`);
  // What comes through a pipe is gone once it is read, and a run reads its files again.
  if (!state.isFile())
    throw new InputError(`${path}: a stream or device, expected ${expected}: save it as one first`);
  return decoded(path, bytesOf(path, expected));
}

function stateOf(path: string, expected: string): Stats | undefined {
  try {
    return statSync(path);
  } catch (error) {
    const code = codeOf(error);
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw new InputError(`${path}: cannot be read (${fileReason(error)}), expected ${expected}`);
  }
}

function bytesOf(path: string, expected: string): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    throw new InputError(`${path}: cannot be read (${fileReason(error)}), expected ${expected}`);
  }
}

function decoded(path: string, bytes: Buffer): string {
  const text = bytes.toString('utf8');
  if (Buffer.from(text, 'utf8').equals(bytes)) return text;
  const at = firstWrongByte(bytes, text);
  const before = bytes.subarray(0, at).toString('utf8').split('\n');
  const byte = bytes[at]!.toString(16).toUpperCase().padStart(2, '0');
  const place = `${path}:${before.length}:${before.at(-1)!.length + 1}`;
  throw new InputError(`${place}: the byte 0x${byte} is not UTF-8 text, expected a file saved as UTF-8`);
}

/** Where the bytes first differ from those of the text that was read from them. */
function firstWrongByte(bytes: Buffer, text: string): number {
  const again = Buffer.from(text, 'utf8');
  const at = bytes.findIndex((byte, index) => byte !== again[index]);
  return at < 0 ? bytes.length - 1 : at;
}
