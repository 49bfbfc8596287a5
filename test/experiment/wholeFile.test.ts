import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, describe, expect, test } from 'vitest';
import {
  makeWritableFolder,
  replaceFile,
  writeNamedFile,
  writeWholeFile,
} from '../../src/experiment/index.ts';

const folder = mkdtempSync(join(tmpdir(), 'gigaramp-whole-'));
const at = (name: string): string => join(folder, name);
afterAll(() => rmSync(folder, { recursive: true }));

describe('a file that is written whole', () => {
  test('goes to the file that links lead to, there already or not, and the links stay', () => {
    mkdirSync(at('far'));
    writeFileSync(at('far/file'), 'before');
    symlinkSync('far/file', at('link'));
    symlinkSync('link', at('second'));
    symlinkSync('far/new', at('dangling'));
    writeWholeFile(at('second'), 'after');
    writeWholeFile(at('dangling'), 'made');
    expect([at('far/file'), at('far/new')].map((path) => readFileSync(path, 'utf8'))).toEqual([
      'after',
      'made',
    ]);
    expect(['link', 'second', 'dangling'].map((name) => readlinkSync(at(name)))).toEqual([
      'far/file',
      'link',
      'far/new',
    ]);
    expect(readdirSync(at('far')).sort()).toEqual(['file', 'new']);
  });

  test('goes into a pipe, which stays one', async () => {
    execFileSync('mkfifo', [at('pipe')]);
    const reader = spawn('cat', [at('pipe')], { stdio: ['ignore', 'pipe', 'ignore'] });
    const read = text(reader.stdout);
    writeWholeFile(at('pipe'), 'through');
    expect(await read).toBe('through');
    expect(lstatSync(at('pipe')).isFIFO()).toBe(true);
  });

  test('goes after what standard output has had, be that a pipe or a file', async () => {
    const script = `
      import { writeSync } from 'node:fs';
      import { writeWholeFile } from ${JSON.stringify(new URL('../../src/experiment/wholeFile.ts', import.meta.url).href)};
      writeSync(1, 'first,');
      writeWholeFile('/dev/stdout', 'second,');
      writeWholeFile('/proc/self/fd/1', 'third');`;
    writeFileSync(at('script.ts'), script);
    for (const redirected of ['| cat', `> ${at('out')}; cat ${at('out')}`]) {
      const shell = spawn('sh', [
        '-c',
        `"${process.execPath}" --import tsx "${at('script.ts')}" ${redirected}`,
      ]);
      const [written] = await Promise.all([text(shell.stdout), once(shell, 'close')]);
      expect(written).toBe('first,second,third');
    }
  });

  test.each([
    [
      'a folder',
      () => mkdirSync(at('place')),
      /^out .*place: a folder, expected a file or nothing in its place$/,
    ],
    [
      'links in a circle',
      () => symlinkSync('place', at('place')),
      /^out .*place: cannot be written \(its links lead in a circle\), expected a file/,
    ],
    [
      'a file for its folder',
      () => writeFileSync(at('place'), ''),
      /cannot be written \(a part of its path is a file and no folder\)/,
      '/file',
    ],
    ['no folder', () => {}, /cannot be written \(its folder is not there\)/, '/file'],
  ])('says in one line what is wrong with %s, and leaves nothing behind', (_, make, message, below = '') => {
    make();
    const before = readdirSync(folder);
    expect(() => writeNamedFile('out', at('place') + below, 'text')).toThrow(message);
    expect(readdirSync(folder)).toEqual(before);
    rmSync(at('place'), { recursive: true, force: true });
  });

  test('says that a full device has no room, and leaves it as it is', () => {
    expect(() => writeNamedFile('trace', '/dev/full', 'text')).toThrow(
      'trace /dev/full: cannot be written (no room is left on the disk), expected room for it',
    );
    expect(lstatSync('/dev/full').isCharacterDevice()).toBe(true);
  });

  test('takes the place of no pipe once it is written', () => {
    execFileSync('mkfifo', [at('taken')]);
    writeFileSync(at('finished'), '');
    expect(() => replaceFile(at('finished'), at('taken'))).toThrow(
      /taken: a stream or device, expected a file/,
    );
  });
});

test('a folder to write into is refused in one line where none can be made, and not waited for', () => {
  writeFileSync(at('file'), '');
  symlinkSync('circle', at('circle'));
  for (const [name, reason] of [
    ['/proc/zz', 'no such file or folder'],
    [at('file'), 'a part of its path is a file and no folder'],
    [at('file/below'), 'a part of its path is a file and no folder'],
    [at('circle'), 'its links lead in a circle'],
  ] as const)
    expect(() => makeWritableFolder('charts', name)).toThrow(
      `charts ${name}: cannot be written (${reason}), expected a folder to write into`,
    );
});
