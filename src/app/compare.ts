import { basename } from 'node:path';
import { InputError } from '../experiment/index.ts';
import { comparePoints, type Comparison } from '../explain/index.ts';
import { compareTable, milestonesTable, runsTable } from '../output/index.ts';
import type { Setting } from '../scenario/index.ts';
import { designPoints, type DesignPoints } from './designPoints.ts';
import { plainRow } from './plainRow.ts';
import { runPoints, type PointsOptions } from './runPoints.ts';
import type { RunResult } from './runToFolder.ts';
import type { ScenarioModel } from './scenarioModel.ts';
import { leftOutMilestones, unlikeAlternatives } from './unlikeAlternatives.ts';

/** One of several scenarios that are run on common draws. */
export interface Alternative {
  /** Default: the scenario's name. */
  readonly name?: string | undefined;
  readonly file?: string | undefined;
  readonly settings?: Readonly<Record<string, Setting>> | undefined;
}

/** A run of two points and what differs between them. */
export interface CompareResult<S> {
  readonly run: RunResult<S>;
  readonly comparisons: readonly Comparison[];
}

/**
 * Runs two scenarios on common draws and writes `compare.csv`: every milestone and the probability of the target,
 * both absolute intervals, the paired difference b − a and the correlation of the pairs.
 *
 * @throws InputError, ScenarioError, ReplicationError, Interrupted.
 * @example
 * await compare({ scenarioModel: rolloutScenarioModel, a: {}, b: { name: 'two crews', settings: { 'deployment.crews':
 * '2 crew' } } });
 */
export async function compare<S>({
  scenarioModel,
  a,
  b,
  ...options
}: PointsOptions & { scenarioModel: ScenarioModel<S>; a: Alternative; b: Alternative }): Promise<
  CompareResult<S>
> {
  const asked = alternativePoints(scenarioModel, [a, b]);
  const leftOut = leftOutMilestones(
    asked.points.map(({ name, scenario }) => ({ name, outputs: scenarioModel.model.outputs(scenario) })),
  );
  const design = {
    ...asked,
    base: { ...asked.base, warnings: [...asked.base.warnings, ...leftOut] },
  };
  const run = await runPoints({
    scenarioModel,
    design,
    kind: 'compare',
    scenarioFile: a.file ?? scenarioModel.defaultFile,
    tables: (records) => {
      const [first, second] = records.points;
      const pair = { a: first.name, b: second.name, comparisons: comparePoints(first, second) };
      return [compareTable([pair]), runsTable(records), milestonesTable(records)];
    },
    ...options,
  });
  const [first, second] = run.records.points;
  return { run, comparisons: comparePoints(first, second) };
}

/**
 * Points of several scenarios, which must begin on the same day; what else is not alike is a warning.
 *
 * @throws InputError on names taken twice and different start dates.
 */
export function alternativePoints<S>(
  scenarioModel: ScenarioModel<S>,
  alternatives: readonly Alternative[],
): DesignPoints<S> {
  const loaded = alternatives.map(({ name, file, settings = {} }) => {
    const design = designPoints({ scenarioModel, file, settings, rows: [plainRow('base')] });
    return { ...design, name: name ?? design.base.name, file, isNamed: name !== undefined };
  });
  // An edited copy has the name of what it was copied from: then the files tell them apart.
  const names = loaded.map(({ name, file, isNamed }, index) => {
    const isShared = loaded.some(
      (other, place) => place !== index && other.name === name && other.file !== file,
    );
    return isShared && !isNamed && file !== undefined ? basename(file).replace(/\.ya?ml$/, '') : name;
  });
  const [first] = loaded;
  const outputs = loaded.map(({ points: [point] }) => scenarioModel.model.outputs(point.scenario));
  const start = (index: number): string => outputs[index].startDate;
  names.forEach((name, index) => {
    if (names.indexOf(name) < index) {
      throw new InputError(`scenario ${name}: twice, expected scenarios with names that differ`);
    }
    if (start(index) !== start(0)) {
      throw new InputError(
        `scenario ${name}: starts on ${start(index)}, expected ${start(0)} as ${names[0]} does, for days to be compared`,
      );
    }
  });
  const unlike = unlikeAlternatives(names.map((name, index) => ({ name, outputs: outputs[index] })));
  return {
    base: { ...first.base, warnings: [...first.base.warnings, ...unlike] },
    points: loaded.map(({ points }, index) => ({ ...points[0], name: names[index] })),
    files: [...new Map(loaded.flatMap(({ files }) => files.map((file) => [file.path, file]))).values()],
  };
}
