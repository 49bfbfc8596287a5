import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { basePoint, defineExperiment, experimentOf, manifestText } from '../../src/experiment/index.ts';
import { model, scenario } from '../fixtures/toy/model.ts';

const base = { model, seed: '1', points: [basePoint(scenario)], version: '1.0.0' };
const run = { node: 'v20', platform: 'x', workers: 1, found: 0, seconds: 1, finished: 'now' };

describe('experiment id', () => {
  test('is the SHA-256 of the identity that is written beside the records', () => {
    const { id, identity } = defineExperiment(base);
    expect(id).toBe(createHash('sha256').update(identity).digest('hex'));
    expect(experimentOf(identity, model).id).toBe(id);
  });

  test.each([
    ['seed', { ...base, seed: '2' }],
    ['package version', { ...base, version: '1.0.1' }],
    ['model version', { ...base, model: { ...model, version: '2' } }],
    ['scenario', { ...base, points: [basePoint({ ...scenario, lines: 6 })] }],
    ['point name', { ...base, points: [basePoint(scenario, 'other')] }],
    ['causes at plan', { ...base, points: [{ ...basePoint(scenario), atPlan: ['dig'] }] }],
    ['content of a file', { ...base, files: [{ path: '/a/s.yaml', text: 'x' }] }],
  ])('changes with the %s', (_name, changed) => {
    expect(defineExperiment(changed).id).not.toBe(defineExperiment(base).id);
  });

  test('does not depend on the folder of a file, the order of files, or the order of keys', () => {
    const files = [
      { path: '/home/a/s.yaml', text: 'x' },
      { path: '/home/a/t.yaml', text: 'y' },
    ];
    const moved = files.map(({ path, text }) => ({ path: path.replace('home', 'tmp'), text })).reverse();
    const { days, lines } = scenario;
    const a = defineExperiment({ ...base, files, points: [basePoint({ days, lines })] });
    const b = defineExperiment({ ...base, files: moved, points: [basePoint({ lines, days })] });
    expect(a.id).toBe(b.id);
  });

  test('holds no time, host, worker count or number of replications, which the manifest has beside it', () => {
    const experiment = defineExperiment(base);
    expect(Object.keys(JSON.parse(experiment.identity) as object).sort()).toEqual(
      ['files', 'gigaramp', 'model', 'points', 'schema', 'seed'].sort(),
    );
    const manifest = (workers: number, replications: number) => {
      const text = manifestText({
        kind: 'run',
        milestones: [],
        experiment,
        replications,
        outputs: [],
        run: { ...run, workers },
      });
      return JSON.parse(text) as { experiment: string; run: { workers: number } };
    };
    expect(manifest(4, 10).experiment).toBe(manifest(1, 20).experiment);
    expect(manifest(4, 10).run.workers).toBe(4);
  });
});

describe('defining an experiment', () => {
  test.each([
    ['no points', { ...base, points: [] }, 'points: none'],
    ['a repeated point', { ...base, points: [basePoint(scenario), basePoint(scenario)] }, '"base": twice'],
    [
      'an unknown cause',
      { ...base, points: [{ ...basePoint(scenario), atPlan: ['rain'] }] },
      'cause "rain" at plan, expected one of dig, build, test',
    ],
    ['an unknown input', { ...base, points: [{ ...basePoint(scenario), inputs: { x: 0.5 } }] }, 'input "x"'],
  ])('refuses %s', (_name, wrong, message) => {
    expect(() => defineExperiment(wrong)).toThrow(message);
  });
});

test.each(['\ud800', 'a \udc00', '\ud801\ud800\udc00'])(
  'a point named by half of a character is refused: %j',
  (name) => {
    const points = [basePoint(scenario, name)];
    expect(() => defineExperiment({ model, seed: '1', points })).toThrow(
      `point ${JSON.stringify(name)}: half of a character, expected a name of whole ones`,
    );
  },
);
