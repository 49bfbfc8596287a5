import { writeFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { describe } from '../../src/app/cli/describe.ts';
import { rolloutScenarioModel } from '../../src/app/index.ts';
import { toy } from '../fixtures/toy/console.ts';
import { kept } from './kept.ts';

const folder = mkdtempSync(join(tmpdir(), 'gigaramp-describe-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const campus = join(rolloutScenarioModel.scenarioFolder!, 'templates', 'campus.yaml');

function described(file: string | undefined, options: Parameters<typeof describe>[3] = {}): string {
  const console = kept();
  describe(console.console, rolloutScenarioModel, file, options);
  return console.out();
}

test('a scenario in words says what is simulated, what is assumed, and that nothing looks wrong', () => {
  const text = described(campus);
  for (const heading of [
    'The question',
    'The contract',
    'Chips',
    'Sites',
    'What is assumed',
    'What looks wrong, though valid',
  ])
    expect(text).toContain(`\n${heading}\n`);
  expect(text).toContain('a campus of 240 MW in 4 halls, land cleared on');
  expect(text).toContain('  - construction.commissioningTeams: 4 team\n');
  expect(text.trimEnd().endsWith('nothing found')).toBe(true);
});

test('every line fits a terminal of 80 columns, in every shipped scenario', () => {
  for (const file of [campus, undefined, join(rolloutScenarioModel.scenarioFolder!, 'greenfield-1gw.yaml')]) {
    const long = described(file)
      .split('\n')
      .filter((line) => line.length > 80);
    // A path or an address has no blank to break at.
    expect(long.filter((line) => line.trim().includes(' ') && !/\S{60}/.test(line))).toEqual([]);
  }
});

test('rows of a list that are assumed alike are one line, and all of them stand in the JSON', () => {
  const greenfield = join(rolloutScenarioModel.scenarioFolder!, 'greenfield-1gw.yaml');
  expect(described(greenfield)).toContain(
    '- chips.output.quarters.….packages: 1.6M / 2.3M / 3.2M package (the first',
  );
  expect(described(greenfield, { json: true }).match(/chips\.output\.quarters\.\d+\.packages/g)).toHaveLength(
    28,
  );
});

test('what looks wrong stands at its line', () => {
  const file = join(folder, 'mine.yaml');
  writeFileSync(
    file,
    'extends: gigaramp:models/scenarios/templates/campus.yaml\nmilestones: { gpus: [90000 gpu] }\n',
  );
  const text = described(file).replaceAll(/\s+/g, ' ');
  expect(text).toContain(
    `- ${file}:2:22: milestones.gpus[0]: a milestone of 90,000 GPUs, and the contract buys 72,000`,
  );
});

test('as JSON, with all assumptions, and with settings laid over', () => {
  const json = JSON.parse(
    described(campus, {
      json: true,
      set: [
        ['target.by', '2027-12-31'],
        ['contract.commitment', '$18B'],
      ],
    }),
  ) as {
    name: string;
    model: string;
    parts: { title: string; lines: { what: string; text: string }[] }[];
    inputs: { total: number; byBasis: Record<string, number>; assumptions: { path: string }[] };
    warnings: string[];
  };
  expect(json).toMatchObject({ name: 'campus', model: 'rollout' });
  expect(json.parts[0]!.lines).toContainEqual({
    what: 'target',
    text: '100 % of the contract in service by 2027-12-31',
  });
  expect(Object.values(json.inputs.byBasis).reduce((sum, count) => sum + count, 0)).toBe(json.inputs.total);
  expect(json.inputs.assumptions.map(({ path }) => path)).toContain(
    'construction.equipment.relays.reserved.leadTime',
  );
  expect(json.warnings).toEqual([
    expect.stringMatching(/^settings: target\.by: .*no site has a position before/),
  ]);
});

test('a model that says nothing of its scenarios is described by its inputs alone', () => {
  const console = kept();
  describe(console.console, toy, undefined, {});
  expect(console.out()).toContain('What is assumed\n  inputs');
});
