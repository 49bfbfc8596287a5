import {
  appendFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { InputError } from '../../src/experiment/index.ts';
import { writeReport } from '../../src/report/index.ts';
import { edit, editJson, copiesOfResults } from '../results/copies.ts';
import { csvColumns } from '../../src/report/csvColumns.ts';
import { csvRows } from '../../src/report/csvRows.ts';
import { readResultsFolder } from '../../src/report/resultsFolder.ts';
import { sectionsOf, textOf } from './pageText.ts';

const resultsCopy = copiesOfResults();

/** The problems of a folder; each must stand in a banner before the headline. */
async function problemsOf(folder: string): Promise<readonly string[]> {
  const { file, problems } = await writeReport({ folder });
  const html = readFileSync(file, 'utf8');
  const before = textOf(html.slice(0, html.indexOf('<h1>')));
  for (const problem of problems) expect(before).toContain(problem);
  if (problems.length > 0) expect(before).toContain('not whole or not as they were written');
  return problems;
}

describe('a results folder that is not as it was written', () => {
  test('has no problem when it is', async () => expect(await problemsOf(resultsCopy())).toEqual([]));

  test('with a changed number says which file', async () => {
    const folder = resultsCopy();
    edit(folder, 'milestones.csv', (text) => text.replace('2025-12-09', '2025-12-01'));
    expect(await problemsOf(folder)).toEqual([
      'milestones.csv is not what the manifest says (its SHA-256 differs): it was changed after the run.',
    ]);
  });

  test('is believed where this process has just written it, and not read twice', async () => {
    const folder = resultsCopy();
    edit(folder, 'milestones.csv', (text) => text.replace('2025-12-09', '2025-12-01'));
    expect((await writeReport({ folder, written: ['milestones.csv'] })).problems).toEqual([]);
    expect((await writeReport({ folder, written: ['fan.csv'] })).problems).toHaveLength(1);
  });

  test('that was cut off in a row, in a number or in a quote shows the rows before that', async () => {
    const folder = resultsCopy();
    edit(folder, 'fan.csv', (text) => text.slice(0, 40_000));
    expect((await problemsOf(folder)).at(-1)).toMatch(
      /^fan\.csv is not whole \(row \d+ has \d+ cells?, expected \d+\): the \d+ rows before that are shown\.$/,
    );
    const number = resultsCopy();
    edit(number, 'inputs.csv', (text) => text.slice(0, -4));
    expect((await problemsOf(number)).at(-1)).toBe(
      'inputs.csv is not whole (its last line has no end): the 10 rows before that are shown.',
    );
    const quote = resultsCopy();
    edit(quote, 'assumptions.csv', (text) => `${text}x,"y\n`);
    expect((await problemsOf(quote)).at(-1)).toMatch(/^assumptions\.csv is not whole \(Parse Error/);
  });

  test('with cells that are no numbers leaves them out wherever they would be shown', async () => {
    const folder = resultsCopy();
    rmSync(join(folder, 'datapackage.json'));
    edit(folder, 'inputs.csv', (text) => {
      const [head, first, ...rest] = text.split('\n');
      const [name, ...numbers] = first!.split(',');
      return [head, [name, ...numbers.map(() => 'NaN')].join(','), ...rest].join('\n');
    });
    await problemsOf(folder);
    const page = textOf(readFileSync(join(folder, 'report.html'), 'utf8'));
    expect(page).not.toMatch(/NaN|undefined|Infinity/);
    expect(page).toContain('highest fifth');
  });

  test('with a missing file, an empty one, and one too many says so', async () => {
    const folder = resultsCopy();
    rmSync(join(folder, 'fan.csv'));
    writeFileSync(join(folder, 'spend.csv'), '');
    editJson(folder, 'manifest.json', (json) => ({
      ...json,
      outputs: (json['outputs'] as { name: string }[])
        .filter(({ name }) => name !== 'dwell.csv')
        .concat({ name: 'other.csv', sha256: '0' } as { name: string }),
    }));
    expect(await problemsOf(folder)).toEqual([
      'other.csv is in the manifest but not in the data package: it is left out.',
      'fan.csv is missing: what it would show is left out.',
      'spend.csv is not what the manifest says (its SHA-256 differs): it was changed after the run.',
      'spend.csv is not whole (it is empty): the 0 rows before that are shown.',
      'dwell.csv is not in the manifest: nothing says that it belongs to this run.',
    ]);
  });

  test('with text where a number or a date should be leaves it out, and says where', async () => {
    const folder = resultsCopy();
    edit(folder, 'inputs.csv', (text) => text.replace('price,0.1,8,0,', 'price,0.1,8,many,'));
    edit(folder, 'milestones.csv', (text) => text.replace('2025-12-09', '2025-13-77'));
    const problems = await problemsOf(folder);
    expect(problems).toContain('inputs.csv, row 2: p_target is "many", expected a number: it is left out.');
    expect(problems).toContain(
      'milestones.csv, row 1: date_p10 is "2025-13-77", expected a date: it is left out.',
    );
  });

  test('without a manifest shows the tables and says what is not known', async () => {
    const folder = resultsCopy();
    rmSync(join(folder, 'manifest.json'));
    expect((await problemsOf(folder))[0]).toMatch(
      /^manifest\.json is missing: nothing says which run this was/,
    );
    const text = textOf(readFileSync(join(folder, 'report.html'), 'utf8'));
    expect(text).toContain('with a probability of 5.0 %');
    expect(text).toContain('which run this was is not known');
  });

  test('without a data package shows the tables with what their heads tell', async () => {
    const folder = resultsCopy();
    rmSync(join(folder, 'datapackage.json'));
    expect(await problemsOf(folder)).toEqual([
      'datapackage.json is missing: columns are shown without their units and meaning.',
    ]);
    expect(textOf(readFileSync(join(folder, 'report.html'), 'utf8'))).toContain('100,000 GPUs');
  });

  test('of another version or schema, or with a file that is no JSON, says so', async () => {
    const version = resultsCopy();
    editJson(version, 'manifest.json', (json) => ({ ...json, gigaramp: '9.8.7' }));
    expect((await problemsOf(version))[0]).toMatch(
      /^The results were written by Gigaramp 9\.8\.7, and this report by /,
    );
    const schema = resultsCopy();
    editJson(schema, 'manifest.json', (json) => ({ ...json, schema: 2 }));
    expect((await problemsOf(schema))[0]).toMatch(
      /^manifest\.json cannot be used \(at schema: version 2, expected 1: another version of Gigaramp wrote this folder; use that one, or run .*another version\.$/,
    );
    const torn = resultsCopy();
    edit(torn, 'manifest.json', (text) => text.slice(0, 200));
    expect((await problemsOf(torn))[0]).toMatch(/^manifest\.json cannot be used \(is no JSON\)/);
    const strange = resultsCopy();
    editJson(strange, 'datapackage.json', () => ({ resources: 'none' }));
    expect((await problemsOf(strange))[0]).toMatch(/^datapackage\.json cannot be used/);
  });

  test('cannot make the report read a file outside of it', async () => {
    const folder = resultsCopy();
    edit(folder, 'datapackage.json', (text) =>
      text.replace('"path": "fan.csv"', '"path": "../../secret.csv"'),
    );
    expect((await problemsOf(folder))[0]).toMatch(
      /^datapackage\.json cannot be used \(at resources\.\d+\.path: expected the name/,
    );
  });
});

describe('where nothing can be shown', () => {
  test('no report is written, and one line says why', async () => {
    const empty = mkdtempSync(`${resultsCopy()}-empty-`);
    const file = join(resultsCopy(), 'fan.csv');
    const bare = resultsCopy();
    for (const name of readdirSync(bare)) if (name.endsWith('.csv')) rmSync(join(bare, name));
    for (const [folder, message] of [
      ['/nowhere/results', /^\/nowhere\/results: not found, expected the folder of a run$/],
      [file, /: a file, expected the folder of a run$/],
      [empty, /: no results, expected the folder of a run with datapackage\.json/],
      [bare, /: none of its CSV files is there, expected the whole folder of a run$/],
    ] as const) {
      const failure = await writeReport({ folder }).catch((error: unknown) => error);
      expect(failure).toBeInstanceOf(InputError);
      expect((failure as InputError).message).toMatch(message);
    }
    expect(existsSync(join(empty, 'report.html'))).toBe(false);
  });

  test('a table of more points than a report can hold is said to be missing where it would be', async () => {
    const folder = resultsCopy();
    const row = readFileSync(join(folder, 'fan.csv'), 'utf8').split('\n')[1]!;
    appendFileSync(join(folder, 'fan.csv'), `${row}\n`.repeat(Math.ceil(8.1e6 / row.length)));
    await writeReport({ folder });
    const html = readFileSync(join(folder, 'report.html'), 'utf8');
    const note = 'Missing here is what fan.csv would show, which is too large to be read for a report.';
    expect(textOf(sectionsOf(html).get('When it is in service')!)).toContain(note);
    expect(textOf(html)).toContain('Too large to be read here: fan.csv');
  });
});

describe('the runs of a results folder', () => {
  /** The same runs as many times over as make a file that no report could hold whole. */
  function withManyRuns(): string {
    const folder = resultsCopy();
    const [head, ...rows] = readFileSync(join(folder, 'runs.csv'), 'utf8').trimEnd().split('\n');
    const times = Math.ceil(9e6 / rows.join('\n').length);
    writeFileSync(
      join(folder, 'runs.csv'),
      `${[head, ...Array<string[]>(times).fill(rows).flat()].join('\n')}\n`,
    );
    const edited = { replications: rows.length * times };
    editJson(folder, 'manifest.json', (json) => ({ ...json, ...edited }));
    return folder;
  }

  test('are told of however many there are: spend over the term, what is asked, any milestone, what is unfinished', async () => {
    const [few, many] = [resultsCopy(), withManyRuns()];
    for (const folder of [few, many]) await writeReport({ folder });
    const [small, large] = [few, many].map((folder) => readFileSync(join(folder, 'report.html'), 'utf8'));
    for (const part of ['over the whole term', 'Any milestone by any date', 'Unfinished at the horizon']) {
      expect(small).toContain(part);
      expect(large).toContain(part);
    }
    expect(large).not.toContain('oo large to be read');
    expect(large!.length).toBeLessThan(1.02 * small!.length);
  });

  test('are read by the columns that a report tells of, as the whole file would be', async () => {
    const folder = resultsCopy();
    const path = join(folder, 'runs.csv');
    const whole = await csvRows(readFileSync(path, 'utf8'));
    const few = csvColumns(path, () => new Set(['replication', 'target_date']));
    expect(few.head).toEqual(whole.head);
    expect(few.names).toEqual(['replication', 'target_date']);
    const [at, dateAt] = ['replication', 'target_date'].map((name) => whole.head.indexOf(name));
    expect(few.rows).toEqual(whole.rows.map((row) => [row[at!], row[dateAt!]]));
    const read = await readResultsFolder(folder);
    const names = read.tables.get('runs')!.fields.map(({ name }) => name);
    expect(names).toContain('target_date');
    expect(names).toContain('racks_not_accepted');
    expect(names.length).toBeLessThan(20);
  });

  test('have quoted cells, line ends of any kind and a mark of their encoding read as they are meant', () => {
    const path = join(resultsCopy(), 'quoted.csv');
    const all = (text: string): object => {
      writeFileSync(path, text);
      return csvColumns(path, (head) => new Set(head));
    };
    const names = ['a', 'b'];
    const rows = [
      ['1,"2"\n3', ''],
      ['=x', 'é'],
    ];
    expect(all(`\ufeffa,b\r\n"1,""2""\n3",\r\n'=x,é\r\n`)).toEqual({ head: names, names, rows });
    expect(all('a,b\n1,2\n3,')).toEqual({
      head: names,
      names,
      rows: [['1', '2']],
      problem: 'its last line has no end',
    });
    expect(all('a,b\n1,2\n3\n')).toMatchObject({ problem: 'row 2 has 1 cell, expected 2' });
    expect(all('a,b\n1,"2\n')).toMatchObject({ rows: [], problem: 'row 1 has a quote that does not close' });
    expect(all('')).toMatchObject({ rows: [], problem: 'it is empty' });
  });
});
