import { fixedLooks } from '../statistics/precision.ts';
import { enoughOf, refuseImpossible } from './given.ts';
import type { Records } from '../record/index.ts';
import { checkReplications, runExperiment, runRanges } from './run.ts';

/**
 * Runs the first so many replications of each point, and more where totals were observed, until enough of them agree
 * with that: as many effective ones as the outputs ask for, or as were asked for where those are fewer.
 *
 * The scenario as it is runs first, alone, for as many replications as that takes (the number asked for, then each 1.5
 * times the last, at most what the outputs allow); then all points run as many.
 *
 * @throws what runExperiment throws, and InputError where no replication could have happened.
 * @example const { given } = await runEnough({ experiment, executor, store, replications: 1000 });
 */
export async function runEnough<S>(options: Parameters<typeof runExperiment<S>>[0]): Promise<Records> {
  checkReplications(options.replications);
  const replications = await enoughReplications(options);
  const records = await runExperiment({ ...options, replications });
  refuseImpossible(records);
  return records;
}

async function enoughReplications<S>({
  replications: asked,
  experiment,
  onProgress = () => {},
  ...options
}: Parameters<typeof runExperiment<S>>[0]): Promise<number> {
  const { given, points } = experiment;
  if (given === undefined) return asked;
  const base = points.find(({ name }) => name === given.point)!;
  const enough = enoughOf(base.outputs);
  const wanted = Math.min(asked, enough.effective);
  for (const replications of fixedLooks(asked, Math.max(asked, enough.most))) {
    await runRanges({
      ...options,
      experiment,
      ranges: points.map((point) => (point === base ? [{ from: 0, to: replications }] : [])),
      onProgress: (progress) => onProgress({ ...progress, phase: PHASE }),
    });
    const records = options.store.records(replications, [given.point]);
    if (records.given!.effective >= wanted) return replications;
    if (replications >= enough.most) refuseImpossible(records);
  }
  return Math.max(asked, enough.most);
}

const PHASE = 'as observed';
