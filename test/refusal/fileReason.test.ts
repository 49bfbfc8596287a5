import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { fileReason, refusedFile } from '../../src/refusal/index.ts';

const systemError = (code: string): Error =>
  Object.assign(new Error(`${code}: raw`), { code, syscall: 'open' });

function thrownBy(make: () => unknown): unknown {
  try {
    return make();
  } catch (error) {
    return error;
  }
}

describe('what the file system refuses', () => {
  test.each(['EACCES', 'EISDIR', 'ENOENT', 'ENOSPC', 'ENOTDIR', 'EPERM', 'EROFS', 'ELOOP', 'EMFILE'])(
    'is said in words and not as %s',
    (code) => {
      expect(fileReason(systemError(code))).toMatch(/^[a-z' -]+$/);
    },
  );

  test('names the file in one line', () => {
    const path = join(tmpdir(), 'no-such-folder', 'file');
    expect(refusedFile(thrownBy(() => readFileSync(path)))).toBe(`${path}: no such file or folder`);
  });

  test('shows a code that has no words here, and says nothing of other errors', () => {
    expect(fileReason(systemError('EWEIRD'))).toBe('the system says EWEIRD');
    expect(refusedFile(new Error('of a model'))).toBeUndefined();
  });
});
