import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test, type TestContext } from 'vitest';
import { rolloutScenarioModel, runScenario } from '../../src/app/index.ts';
import type { Records } from '../../src/record/index.ts';
import { milestonesTable } from '../../src/output/index.ts';
import { moments } from '../../src/statistics/index.ts';
import { snippetsOf, type Snippet } from './snippets.ts';

const run = promisify(execFile);
const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
const folder = mkdtempSync(join(tmpdir(), 'gigaramp-tools-'));
const scripts = fileURLToPath(new URL('.snippets/', import.meta.url));
const snippets = snippetsOf('results-in-other-tools.md');
const written = (language: string): Snippet[] => snippets.filter((snippet) => snippet.language === language);
const snippet = (language: string, place: number): string => written(language)[place]!.code;

let records: Records;
let milestones: Map<unknown, readonly unknown[]>;
let mean: number;

beforeAll(async () => {
  const result = await runScenario({
    scenarioModel: rolloutScenarioModel,
    replications: 24,
    workers: 1,
    out: join(folder, 'results', '01-baseline'),
  });
  records = result.records;
  milestones = new Map([...milestonesTable(records).rows()].map((row) => [row[0], row]));
  mean = moments(records.points[0].column('gpus_at_target_date')).mean;
  mkdirSync(scripts, { recursive: true });
}, 60_000);
afterAll(() => {
  rmSync(folder, { recursive: true });
  rmSync(scripts, { recursive: true, force: true });
});

const LARGE = ['gpus_50000', 'gpus_100000', 'gpus_200000'];
/** Place of date_p50 in a row of milestones. */
const P50 = 5;

test('the page shows each tool for tables, for a number of its own and for records', () => {
  expect(snippets.map(({ language, heading }) => `${heading}: ${language}`)).toEqual([
    'Tables: sql',
    'Tables: python',
    'Tables: r',
    "A number of one's own, with its interval: sql",
    "A number of one's own, with its interval: python",
    "A number of one's own, with its interval: r",
    'Whole records: js',
    'Whole records: python',
    'Whole records: r',
  ]);
  for (const { language, code } of snippets) {
    if (language !== 'js') expect(code.trimEnd().split('\n')).toHaveLength(3);
  }
});

describe('DuckDB', () => {
  // In a process of its own, whose folder is the one that holds results/.
  async function rowsOf(sql: string): Promise<unknown[][]> {
    const file = fileURLToPath(new URL('runSql.ts', import.meta.url));
    const { stdout } = await run(process.execPath, ['--import', tsx, file, sql], { cwd: folder });
    return JSON.parse(stdout) as unknown[][];
  }

  test('reads the milestones with their dates', async () => {
    const rows = await rowsOf(snippet('sql', 0));
    expect(rows.map(([milestone]) => milestone)).toEqual(LARGE);
    for (const [milestone, date, low] of rows) {
      const row = milestones.get(milestone)!;
      expect(date).toBe(row[P50] ?? null);
      expect(low).toBe(row[P50 + 1] ?? null);
    }
  });

  test('gives the mean of a column of runs.csv within its interval', async () => {
    const [[gpus, low, high]] = (await rowsOf(snippet('sql', 1))) as [[number, number, number]];
    expect(gpus).toBe(Math.round(mean));
    expect(low).toBeLessThan(gpus);
    expect(high).toBeGreaterThan(gpus);
  });
});

describe('Node', () => {
  test('reads whole records from their Arrow files', async () => {
    const file = join(scripts, 'records.mjs');
    const target = `console.log(JSON.stringify([...records.getChild('replication')].map((replication, row) => [replication, records.getChild('target').get(row)])));`;
    writeFileSync(file, `${snippet('js', 0)}${target}\n`);
    const { stdout } = await run(process.execPath, [file], { cwd: folder });
    const read = new Map(JSON.parse(stdout) as [number, number | null][]);
    const days = [...records.points[0].column('target')];
    expect(days.map((_, replication) => read.get(replication) ?? Infinity)).toEqual(days);
  });
});

describe('pandas', () => {
  test('reads the milestones with their dates', async (context) => {
    await needs(context, 'python3', ['-c', 'import pandas'], 'pandas');
    expectDates(await python(snippet('python', 0)));
  });

  test('gives the mean of a column of runs.csv within its interval', async (context) => {
    await needs(context, 'python3', ['-c', 'import pandas'], 'pandas');
    const [gpus, low, high] = (await python(snippet('python', 1))).split(' ').map(Number);
    expect(gpus).toBeCloseTo(mean, 6);
    expect(low! < gpus! && gpus! < high!).toBe(true);
  });

  test('reads whole records from their Arrow files', async (context) => {
    await needs(context, 'python3', ['-c', 'import pandas, pyarrow'], 'pandas with pyarrow');
    const lines = (await python(`${snippet('python', 2)}print(len(records))\n`)).trimEnd().split('\n');
    expect(lines.at(-1)).toBe(String(records.replications));
  });

  async function python(code: string): Promise<string> {
    return (await run('python3', ['-c', code], { cwd: folder })).stdout;
  }
});

describe('R', () => {
  test('reads the milestones with their dates', async (context) => {
    await needs(context, 'Rscript', ['-e', '1'], 'Rscript');
    expectDates(await script(snippet('r', 0)));
  });

  test('gives the mean of a column of runs.csv within its interval', async (context) => {
    await needs(context, 'Rscript', ['-e', '1'], 'Rscript');
    const [gpus, low, high] = (await script(`${snippet('r', 1)}`)).match(/\d+(?:\.\d+)?/g)!.map(Number);
    expect(Math.abs(gpus! - mean) / mean).toBeLessThan(1e-3);
    expect(low! < gpus! && gpus! < high!).toBe(true);
  });

  test('reads whole records from their Arrow files', async (context) => {
    await needs(context, 'Rscript', ['-e', 'library(arrow)'], 'Rscript with arrow');
    expect(await script(`${snippet('r', 2)}cat(nrow(records))\n`)).toContain(String(records.replications));
  });

  async function script(code: string): Promise<string> {
    const file = join(folder, 'snippet.R');
    writeFileSync(file, code);
    return (await run('Rscript', [file], { cwd: folder })).stdout;
  }
});

function expectDates(printed: string): void {
  for (const milestone of LARGE) {
    const date = milestones.get(milestone)![P50];
    expect(printed).toMatch(new RegExp(`${milestone} +${typeof date === 'string' ? date : '(?:NaT|<NA>)'}`));
  }
}

/** Skips, and says why, where a tool is not installed. */
async function needs(
  context: TestContext,
  command: string,
  words: readonly string[],
  what: string,
): Promise<void> {
  const isThere = await run(command, [...words]).then(
    () => true,
    () => false,
  );
  if (isThere) return;
  const reason = `${what}: not installed here, so what docs/results-in-other-tools.md says of it was not run`;
  console.warn(`skipped: ${context.task.name}: ${reason}`);
  context.skip(reason);
}
