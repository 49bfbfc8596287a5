import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { InputError } from '../../src/experiment/index.ts';
import { writeReport } from '../../src/report/index.ts';
import { copiesOfResults } from '../results/copies.ts';

const resultsCopy = copiesOfResults();

function folderFor(folder: string, name: string): string {
  const path = join(folder, name);
  rmSync(path, { force: true });
  mkdirSync(path);
  return path;
}

describe('a folder in the place of a results file', () => {
  test.each([
    'inputs.csv',
    'runs.csv',
    'assumptions.csv',
    'stages.csv',
    'manifest.json',
    'datapackage.json',
    'report.html',
  ])('%s is named in one line, and nothing is reported', async (name) => {
    const folder = resultsCopy();
    const path = folderFor(folder, name);
    const failure = await writeReport({ folder }).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(InputError);
    expect((failure as InputError).message).toMatch(new RegExp(`^${path}: a folder, expected a file`));
  });

  test('is named also where no data package says which files there are', async () => {
    const folder = resultsCopy();
    rmSync(join(folder, 'datapackage.json'));
    const path = folderFor(folder, 'aside.csv');
    await expect(writeReport({ folder })).rejects.toThrow(`${path}: a folder, expected a file`);
  });
});
