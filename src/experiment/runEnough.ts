import { fixedLooks } from '../statistics/precision.ts';
import { enoughOf, isFarOff, refuseImpossible } from './given.ts';
import type { Records } from '../record/index.ts';
import type { Experiment } from './experiment.ts';
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
  let phase = PHASE;
  for (let replications = asked; ;) {
    await runRanges({
      ...options,
      experiment,
      ranges: points.map(({ name }) => (name === given.point ? [{ from: 0, to: replications }] : [])),
      onProgress: (progress) => onProgress({ ...progress, phase }),
    });
    const records = options.store.records(replications, [given.point]);
    const next = moreReplications(experiment, records, asked);
    if (next === undefined) return replications;
    const { effective, base } = records.given!;
    const wanted = Math.min(asked, enoughOf(base.outputs).effective);
    phase = `${PHASE}, ${Math.floor(effective)} of ${wanted} effective`;
    replications = next;
  }
}

/**
 * How many replications of each point are to be run next where too few of those that are there agree with what was
 * observed; nothing where they suffice, where they are as many as the outputs allow, and where none of them could have
 * happened and all that are allowed would not be enough, or are nowhere near.
 *
 * @param asked replications that were asked for at first
 */
export function moreReplications<S>(
  { given, points }: Experiment<S>,
  records: Records,
  asked: number,
): number | undefined {
  if (given === undefined) return undefined;
  const { effective, most } = enoughOf(points.find(({ name }) => name === given.point)!.outputs);
  const wanted = Math.min(asked, effective);
  const last = Math.max(asked, most);
  const { given: found, replications } = records;
  if (found!.effective >= wanted) return undefined;
  if (found!.effective === 0 && (isHopeless(replications, wanted / last) || isFarOffBy(records)))
    return undefined;
  return fixedLooks(asked, last).find((look) => look > replications);
}

/** Whether as many replications count as the outputs ask for, given what was observed; all do where nothing was. */
export function isEffectiveEnough({ given }: Pick<Records, 'given'>): boolean {
  return given === undefined || given.effective >= enoughOf(given.base.outputs).effective;
}

/** Whether none of the replications so far could have happened, and so many at most would not be enough. */
export function isOutOfReach({ given, replications }: Records, most: number): boolean {
  if (given === undefined || given.effective > 0) return false;
  const share = Math.min(1, enoughOf(given.base.outputs).effective / most);
  return isHopeless(replications, share) || isFarOffBy({ given, replications });
}

/** Whether so many replications, of which none could have happened, are nowhere near what was observed. */
function isFarOffBy({ given, replications }: Pick<Records, 'given' | 'replications'>): boolean {
  return replications >= TELLING && isFarOff(given!.base);
}

/**
 * Whether so many replications, of which none could have happened, show that fewer than a share of them can. Each that
 * can adds at most one effective replication, so with a smaller share all that may be drawn would not be enough.
 */
function isHopeless(replications: number, share: number): boolean {
  return (1 - share) ** replications < SURELY;
}

/** Fewer do not tell how far replications reach. */
const TELLING = 300;

const PHASE = 'as observed';

/** How rarely a run is given up that could have had enough. */
const SURELY = 1e-6;
