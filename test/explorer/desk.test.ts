import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { rollout } from '../../models/rollout/index.ts';
import { rolloutScenarioModel, runScenario } from '../../src/app/index.ts';
import { inline } from '../../src/execution/index.ts';
import { Desk } from '../../src/explorer/desk/desk.ts';
import type { ShippedFiles } from '../../src/explorer/desk/shippedFiles.ts';
import type { Question, Reply } from '../../src/explorer/exchange.ts';
import type { Picture } from '../../src/explorer/picture.ts';
import { targetProbability } from '../../src/explain/index.ts';
import { shippedJson } from '../../src/explorer/site/shippedJson.ts';

const shipped = JSON.parse(shippedJson()) as ShippedFiles;

const QUESTION: Question = {
  id: 1,
  source: { kind: 'shipped', name: 'paper-and-pencil' },
  settings: {},
  baseline: undefined,
  seed: '1',
  replications: 12,
  milestone: undefined,
  blame: undefined,
  steps: { size: undefined, spend: undefined, costs: {} },
};

function openDesk(): { desk: Desk; replies: Reply[] } {
  const replies: Reply[] = [];
  return { desk: new Desk(shipped, inline(rollout), (reply) => replies.push(reply)), replies };
}

async function answered(
  question: Partial<Question>,
): Promise<{ desk: Desk; replies: Reply[]; pictures: Picture[] }> {
  const { desk, replies } = openDesk();
  await desk.receive({ kind: 'ask', question: { ...QUESTION, ...question } });
  return { desk, replies, pictures: picturesOf(replies) };
}

const picturesOf = (replies: readonly Reply[]): Picture[] =>
  replies.flatMap((reply) => (reply.kind === 'picture' ? [reply.picture] : []));

describe('the desk', () => {
  test('names the scenarios of the package, then the facts, then pictures that sharpen', async () => {
    const { replies, pictures } = await answered({});
    expect(replies.map(({ kind }) => kind)).toEqual(['ready', 'facts', 'picture', 'picture']);
    expect(pictures.map(({ replications }) => replications)).toEqual([10, 12]);
    const { now, milestone } = pictures[1]!;
    expect(milestone?.name).toBe('target');
    const due = now.readiness.find(({ date }) => date === milestone!.due)!;
    expect(due.p).toBe(now.probability.estimate);
    expect(now.readiness.every(({ p }, index) => index === 0 || p >= now.readiness[index - 1]!.p)).toBe(true);
    expect(now.fan.length).toBeGreaterThan(3);
    expect(pictures[1]!.lines).toHaveLength(12);
    expect(pictures[1]!.tables).toContain('runs');
  });

  test('says what is wrong as the command line does, with the setting that it is about', async () => {
    const { replies } = await answered({ settings: { 'deployment.crews': '2 weeks' } });
    const [, refused] = replies;
    expect(refused).toMatchObject({ kind: 'refused', id: 1 });
    const { problems } = refused as Extract<Reply, { kind: 'refused' }>;
    expect(problems[0]!.path).toBe('deployment.crews');
    expect(problems[0]!.line).toMatch(/^error: settings: deployment\.crews: expected .*, got "2 weeks"/);
  });

  test('names the scenarios that there are where a link names another', async () => {
    const { replies } = await answered({ source: { kind: 'shipped', name: 'arm-race' } });
    const { problems } = replies[1] as Extract<Reply, { kind: 'refused' }>;
    expect(problems[0]!.line).toMatch(/^error: scenario: arm-race, did you mean arms-race/);
  });

  test('ends an older question when a newer one comes, whose answer is then the only one', async () => {
    const { desk, replies } = openDesk();
    const older = desk.receive({ kind: 'ask', question: { ...QUESTION, replications: 200 } });
    const newer = desk.receive({
      kind: 'ask',
      question: { ...QUESTION, id: 2, settings: { 'deployment.crews': '2 crew' } },
    });
    await Promise.all([older, newer]);
    const ids = replies.flatMap((reply) => (reply.kind === 'picture' ? [reply.id] : []));
    expect(ids).toEqual([2, 2]);
  });

  test('compares with a baseline on common draws: the same scenario differs by exactly nothing', async () => {
    const same = (await answered({ baseline: {} })).pictures.at(-1)!;
    expect(same.baseline).toEqual(same.now);
    expect(same.differences.map(({ difference }) => difference.estimate)).toEqual(
      same.differences.map(() => 0),
    );
    const other = (await answered({ baseline: {}, settings: { start: '2025-12-31' } })).replies.at(-1)!;
    expect(other).toMatchObject({
      kind: 'refused',
      problems: [
        {
          line: 'error: baseline: starts on 2026-01-01, expected 2025-12-31 as the scenario does, for days to be compared',
        },
      ],
    });
  });

  test('against a baseline gives the same differences as the pairs themselves, in every view', async () => {
    const { pictures } = await answered({ baseline: {}, settings: { 'deployment.crews': '2 crew' } });
    const { changes, now, baseline, replications } = pictures.at(-1)!;
    const { binding, readiness, fan, stages, path } = changes!;
    const dates = (rows: readonly { date: string }[]): string[] => [...new Set(rows.map(({ date }) => date))];
    expect(dates(fan)).toEqual(dates(now.fan));
    expect(dates(readiness)).toEqual(dates(now.readiness));
    for (const { date, change } of readiness.filter((_, i) => i % 50 === 0)) {
      const [a, b] = [now, baseline!].map((side) => side.readiness.find((one) => one.date === date)!.p);
      expect(change.estimate).toBeCloseTo(a! - b!, 12);
    }
    for (const { date, cause, change } of binding) {
      const [a, b] = [now, baseline!].map(
        (side) => side.binding.find((one) => one.date === date && one.cause === cause)!.share,
      );
      // Where nothing is held back there is no share, and then no difference.
      if (a === undefined || b === undefined) expect(change.estimate).toBeUndefined();
      else expect(change.estimate).toBeCloseTo(a - b, 12);
    }
    expect(stages.map(({ site, stage }) => [site, stage])).toEqual(
      now.stages.map(({ site, stage }) => [site, stage]),
    );
    expect(stages.every(({ pairs }) => pairs <= replications)).toBe(true);
    const sum = path.reduce((days, { change }) => days + (change.estimate ?? 0), 0);
    expect(sum).toBeCloseTo(now.pathTotal.estimate! - baseline!.pathTotal.estimate!, 6);
  });

  test('shares out the blame of a baseline too, whose difference from itself is exactly nothing', async () => {
    const { desk, replies } = await answered({ blame: 3, baseline: {} });
    const told = replies.flatMap((reply) => (reply.kind === 'blame' ? [reply.blame] : []));
    expect(told).toHaveLength(1);
    const { groups, delay, delayChange, coalitions, replications } = told[0]!;
    expect([coalitions, replications]).toEqual([64, 3]);
    expect(groups.reduce((sum, { shapley }) => sum + shapley.estimate!, 0)).toBeCloseTo(delay.estimate!, 9);
    expect(groups.map(({ change }) => change!.estimate)).toEqual(groups.map(() => 0));
    expect(delayChange!.estimate).toBe(0);
    const progress = replies.flatMap((reply) => (reply.kind === 'blaming' ? [reply.done] : []));
    expect(progress.at(-1)).toBe(2 * 64 * 3);
    expect(progress).toEqual(progress.toSorted((a, b) => a - b));
    // Asked again it is not run again.
    await desk.receive({ kind: 'ask', question: { ...QUESTION, id: 2, blame: 3, baseline: {} } });
    const again = replies.filter((reply) => reply.kind === 'blaming' && reply.id === 2);
    expect(again).toEqual([]);
    await desk.receive({ kind: 'table', name: 'blame' });
    const file = replies.at(-1) as Extract<Reply, { kind: 'file' }>;
    expect(file.file.text.split('\n')[0]).toMatch(/^milestone,cause,causes,path_days/);
  });

  test('tells what of the ledger is not as it is written, and what it was', async () => {
    const { replies } = await answered({ settings: { 'deployment.crews': '2 crew' } });
    const { facts } = replies.find((reply) => reply.kind === 'facts')!;
    expect(facts.written).toEqual({ 'deployment.crews': '1 crew' });
  });

  test('asks about another milestone, whose curve and dates it then gives', async () => {
    const [target] = (await answered({})).pictures;
    const { replies, pictures } = await answered({ milestone: 'gpus_1440' });
    const facts = replies.find((reply) => reply.kind === 'facts')!.facts;
    expect(facts.milestones.map(({ name }) => name)).toContain('gpus_1440');
    expect(pictures[0]!.milestone).toMatchObject({ name: 'gpus_1440', due: undefined });
    expect(Date.parse(pictures[0]!.now.dates.p50.estimate!)).toBeLessThan(
      Date.parse(target!.now.dates.p50.estimate!),
    );
  });

  test('tells the driving path of a replication, and gives its tables and its scenario as files', async () => {
    const { desk, replies } = await answered({ settings: { 'deployment.crews': '2 crew' } });
    const told = async (request: Parameters<Desk['receive']>[0]): Promise<Reply> => {
      await desk.receive(request);
      return replies.at(-1)!;
    };
    const path = (await told({ kind: 'path', replication: 3 })) as Extract<Reply, { kind: 'path' }>;
    expect(path.path.stretches.length).toBeGreaterThan(0);
    expect(path.path.stretches.at(-1)!.to).toBe(path.path.date);
    const table = (await told({ kind: 'table', name: 'runs' })) as Extract<Reply, { kind: 'file' }>;
    expect(table.file.name).toBe('runs.csv');
    expect(table.file.text.trim().split('\n')).toHaveLength(13);
    const scenario = (await told({ kind: 'scenario' })) as Extract<Reply, { kind: 'file' }>;
    expect(scenario.file.text).toContain('crews: 2 crew');
  });

  test('draws until enough agree with what was observed, and gives the tables of the command line', async () => {
    const text = [
      'extends: gigaramp:models/scenarios/openai-aws-38b-now.yaml',
      'name: observed',
      'observed:',
      '  effectiveReplications: 8',
      '  gpusInService: [{ total: 62000 gpu, on: 2026-11-01, within: 30 %, source: a letter }]',
    ].join('\n');
    const { desk, replies, pictures } = await answered({
      source: { kind: 'own', name: 'observed.yaml', text },
      replications: 15,
    });
    const last = pictures.at(-1)!;
    expect(last.effective).toBeGreaterThanOrEqual(8);
    expect(last.replications).toBeGreaterThan(15);
    expect(last.total).toBe(last.replications);
    const folder = mkdtempSync(join(tmpdir(), 'gigaramp-desk-'));
    writeFileSync(join(folder, 'observed.yaml'), text);
    const run = await runScenario({
      scenarioModel: rolloutScenarioModel,
      file: join(folder, 'observed.yaml'),
      replications: 15,
      workers: 1,
      out: join(folder, 'out'),
    });
    expect(run.records.replications).toBe(last.replications);
    expect(last.now.probability).toEqual(targetProbability(run.records, 'base'));
    for (const name of ['milestones', 'observed', 'fan', 'runs']) {
      await desk.receive({ kind: 'table', name });
      const file = replies.findLast((reply) => reply.kind === 'file')!.file;
      expect(file.text, name).toBe(readFileSync(join(folder, 'out', `${name}.csv`), 'utf8'));
    }
    rmSync(folder, { recursive: true });
  }, 60_000);
});
