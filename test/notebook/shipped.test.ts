import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { runNotebook, writeNotebook } from '../../src/notebook/index.ts';
import { splitCells } from '../../src/notebook/splitCells.ts';

const experiments = fileURLToPath(new URL('../../experiments/', import.meta.url));
const notebooks = readdirSync(experiments).filter((name) => /^1\d-.*\.ts$/.test(name));
const folder = mkdtempSync(join(tmpdir(), 'gigaramp-shipped-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('every shipped notebook begins with its question, its design and its output', () => {
  expect(notebooks).toEqual([
    '10-first-look.ts',
    '11-share-of-chips.ts',
    '12-second-crew.ts',
    '13-backtest.ts',
    '14-cases.ts',
    '15-arms-race.ts',
    '16-neutral-or-committed.ts',
    '17-data-gravity.ts',
    '18-supply.ts',
  ]);
  for (const name of notebooks) {
    const [head] = splitCells(readFileSync(join(experiments, name), 'utf8'), name);
    expect(head!.text, name).toMatch(
      /^# .+\n\n\*\*Question\.\*\*[\s\S]+\*\*Design\.\*\*[\s\S]+\*\*Output\.\*\*/,
    );
  }
});

// That the others run is tested where their results are compared with the committed ones.
test('the one with pairs becomes one page with its figure, its tables and its inputs', async () => {
  const file = join(experiments, '12-second-crew.ts');
  const run = await runNotebook({ file, words: ['--quick', '--out', join(folder, 'results')] });
  const failure = run?.cells.find(({ state }) => state === 'failed')?.failure;
  expect(failure).toBeUndefined();
  const shown = run!.cells.flatMap(({ outputs }) =>
    outputs.flatMap((output) => (output.kind === 'shown' ? [output.shown] : [])),
  );
  expect(shown.map(({ kind }) => kind)).toEqual(['picture', 'table', 'table']);
  expect(shown[0]!.title).toMatch(/differs? clearly from 0/);
  expect(run!.inputs.map(({ path }) => path)).toEqual(
    expect.arrayContaining(['12-second-crew.ts', 'models/scenarios/openai-aws-38b.yaml']),
  );
  const out = join(folder, 'notebook.html');
  writeNotebook(run!, { out, markdown: true });
  expect(readFileSync(out).length).toBeLessThan(200_000);
  expect(readdirSync(folder).sort()).toContain('notebook.figure-1.svg');
});
