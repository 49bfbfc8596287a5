import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { writeReport } from '../../src/report/index.ts';
import { addTable } from '../results/addTable.ts';
import { copiesOfResults, edit } from '../results/copies.ts';
import { sectionsOf, textOf } from './pageText.ts';

const resultsCopy = copiesOfResults();

async function reportOf(folder: string): Promise<string> {
  const { file } = await writeReport({ folder });
  return readFileSync(file, 'utf8');
}

/** `milestones.csv` whose milestones are all due on a date, or none. */
function withDue(text: string, due: string): string {
  const [head = '', ...rows] = text.trim().split('\n');
  const without = (line: string): string => (head.endsWith(',due_date') ? line.replace(/,[^,]*$/, '') : line);
  return [`${without(head)},due_date`, ...rows.map((row) => `${without(row)},${due}`), ''].join('\n');
}

/** Makes a run a sweep of one point. */
function addOnePoint(folder: string): void {
  addTable(folder, {
    name: 'points',
    fields: ['point', 'deployment.crews'].map((name) => ({ name, type: 'string' })),
    text: 'point,deployment.crews\ndeployment.crews=2 crew,2 crew\n',
  });
  edit(folder, 'manifest.json', (json) =>
    json.replace('"base"', '"deployment.crews=2 crew"').replace(/"kind":\s*"run"/, '"kind":"sweep"'),
  );
}

describe('reports of several points', () => {
  test('a comparison says the difference first, and draws it', async () => {
    const html = await reportOf(resultsCopy('00-own-model/compare'));
    expect(textOf(/<h1>[\s\S]*?<\/h1>/.exec(html)![0]).trim()).toBe(
      'With three, all is reached 18 days (14 to 22) earlier than with two cranes',
    );
    const differences = sectionsOf(html).get('What differs')!;
    expect(differences).toContain('<figure>');
    expect(textOf(differences)).toContain('−18 −22 to −14');
  });

  test('a sweep says how far its points lie apart, and what each sets', async () => {
    const folder = resultsCopy('00-own-model');
    edit(folder, 'milestones.csv', (text) => withDue(text, ''));
    const html = await reportOf(folder);
    expect(textOf(/<h1>[\s\S]*?<\/h1>/.exec(html)![0]).trim()).toBe(
      'Half of the replications reach all by 15 August 2026 (7 to 20 August 2026) at cranes=3, and by 25 February 2027 (16 February to 11 March 2027) at cranes=1',
    );
    const sections = sectionsOf(html);
    expect(sections.get('Point by point')!.match(/<figure>/g)!.length).toBeGreaterThan(0);
    // Its one factor is a number: the dates over it as lines.
    expect(sections.get('Point by point')).toContain('data-chart="sweep"');
    expect(textOf(sections.get('Point by point')!)).toContain('at cranes 1, and by 15 Aug 2026 at cranes 3');
    expect(textOf(sections.get('What each point sets')!)).toContain('cranes=2 2');
  });

  test('where a milestone of an own model is due the sweep says how likely it is reached by then', async () => {
    const folder = resultsCopy('00-own-model');
    edit(folder, 'milestones.csv', (text) => withDue(text, '2026-10-31'));
    const html = await reportOf(folder);
    expect(textOf(/<h1>[\s\S]*?<\/h1>/.exec(html)![0]).trim()).toMatch(
      /^The probability that all is reached by 31 October 2026: 0\.0 % \(.*\) at cranes=1, 100\.0 % \(.*\) at cranes=\d$/,
    );
    expect(textOf(html)).not.toContain('in service');
  });

  test('a sweep of one point is a run with something set: its report is that of a run, and has no run command', async () => {
    const folder = resultsCopy();
    addOnePoint(folder);
    const html = await reportOf(folder);
    expect(textOf(/<h1>[\s\S]*?<\/h1>/.exec(html)![0]).trim()).toMatch(
      /^With deployment\.crews=2 crew: 100 % of/,
    );
    const sections = sectionsOf(html);
    expect(textOf(sections.get('What each point sets')!)).toContain('deployment.crews=2 crew 2 crew');
    expect(sections.has('When it is in service')).toBe(true);
    expect(textOf(html)).not.toContain('npx gigaramp run');
    expect(textOf(html)).not.toContain('1 points');
  });

  test('a sweep whose points overlap claims no difference', async () => {
    const html = await reportOf(resultsCopy('04-substation-lead-time'));
    expect(textOf(/<h1>[\s\S]*?<\/h1>/.exec(html)![0])).toContain('No point is shown to differ');
  });

  test('a decision names the policy and what its choice may cost', async () => {
    const html = await reportOf(resultsCopy('05-existing-versus-dedicated'));
    expect(textOf(/<h1>[\s\S]*?<\/h1>/.exec(html)![0])).toContain('existing first has the best mean');
    expect(
      sectionsOf(html)
        .get('Policy by policy')!
        .match(/<figure>/g),
    ).toHaveLength(2);
  });

  test('a decision by days says how many runs the horizon cut', async () => {
    const folder = resultsCopy('05-existing-versus-dedicated');
    edit(folder, 'runs.csv', (text) => {
      const [head = '', first = '', ...rows] = text.trim().split('\n');
      const column = head.split(',').indexOf('contract_50_pct_date');
      return `${[head, first.split(',').with(column, '').join(','), ...rows].join('\n')}\n`;
    });
    expect(textOf(await reportOf(folder))).toMatch(
      /The horizon cut [1-9]\d* of \d+ runs\. Days are counted up to the horizon/,
    );
  });

  test('sensitivities name the factor, or that none stands out', async () => {
    const sobol = await reportOf(resultsCopy('07-sensitivity'));
    expect(textOf(sobol)).toContain('depends on no one factor that this sample could single out');
    expect(sectionsOf(sobol).get('What decides')).toContain('<figure>');
    expect(textOf(sobol)).toMatch(/the largest is [a-z ]+ with a part of the variance/);
    expect(
      sectionsOf(sobol)
        .get('What decides')!
        .replace(/<details[\s\S]*?<\/details>/g, ''),
    ).not.toMatch(/providerShare|tenantCap|hallShare/);
    const tornado = await reportOf(resultsCopy('07-sensitivity/tornado'));
    expect(textOf(tornado)).toContain('is not shown to move with any factor');
    expect(sectionsOf(tornado).get('What moves it')).toContain('<figure>');
  });

  test('an output that is no date is called by its description, not by a day', async () => {
    const page = textOf(await reportOf(resultsCopy('07-sensitivity')));
    expect(page).toContain('Part of the variance of GPUs in service at the end of the target date');
    expect(page).not.toContain('the day of gpus_at_target_date');
  });

  test('tables of no known kind are shown as they are, with their intervals', async () => {
    const html = await reportOf(resultsCopy('02-what-decides'));
    const text = textOf(sectionsOf(html).get('Tables')!);
    expect(text).toContain('as planned 0.1 0.1 rack 25 0.0 % 0.0 % to 13.3 %');
  });
});
