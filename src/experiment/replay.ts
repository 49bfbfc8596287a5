import type { Experiment, PlannedPoint } from './experiment.ts';
import { chunkOf, type Executor } from './executor.ts';
import type { PointRecords, Range, Records } from '../record/index.ts';

/** The first place where a record that was run again differs. */
export interface Difference {
  readonly point: string;
  readonly replication: number;
  readonly column: string;
  /** Place on the date grid, 0 for anything but a series. */
  readonly place: number;
  readonly recorded: number;
  readonly replayed: number;
}

/**
 * Runs the replications of an experiment again and compares them bit for bit with their records.
 *
 * @returns the first difference in the order of points and replications, or nothing.
 * @throws ReplicationError when the model fails.
 */
export async function replay<S>({
  experiment,
  executor,
  records,
  ranges = () => [{ from: 0, to: records.replications }],
  onProgress = () => {},
}: {
  experiment: Experiment<S>;
  executor: Executor<S>;
  records: Records;
  /** What is recorded of a point; default all of it. */
  ranges?: (point: string) => readonly Range[];
  onProgress?: (done: number, total: number) => void;
}): Promise<Difference | undefined> {
  const size = Math.min(500, Math.ceil(records.replications / (executor.workers * 4)));
  const parts = experiment.points.flatMap(({ name }, point) =>
    ranges(name).flatMap(({ from, to }) =>
      Array.from({ length: Math.ceil((to - from) / size) }, (_, chunk) => {
        const start = from + chunk * size;
        return { point, start, end: Math.min(start + size, to) };
      }),
    ),
  );
  const total = parts.reduce((sum, { start, end }) => sum + end - start, 0);
  const differences = new Map<number, Difference>();
  let next = 0;
  let done = 0;
  const lane = async (): Promise<void> => {
    while (next < parts.length && differences.size === 0) {
      const order = next++;
      const { point: index, start, end } = parts[order];
      const point = experiment.points[index];
      for (let from = start; from < end && !differences.has(order);) {
        const again = await executor.run(chunkOf(experiment, point, { from, to: end }));
        const count = again.length / point.layout.width;
        const difference = firstDifference(
          point,
          from,
          recordsAt(records, index).packed(from, from + count),
          again,
        );
        if (difference !== undefined) differences.set(order, difference);
        from += count;
        done += count;
        onProgress(done, total);
      }
    }
  };
  await Promise.all(Array.from({ length: executor.workers + 1 }, lane));
  return differences.get(Math.min(...differences.keys()));
}

/** Records of a point of the experiment by its place; the one that stands in no table comes last. */
export function recordsAt({ points, given }: Records, index: number): PointRecords {
  return points[index] ?? given!.base;
}

/** Compares packed records of one point that begin at replication `from`. */
export function firstDifference<S>(
  point: PlannedPoint<S>,
  from: number,
  recorded: Float64Array,
  replayed: Float64Array,
): Difference | undefined {
  const { width, fields } = point.layout;
  const index = recorded.findIndex((value, place) => !Object.is(value, replayed[place]));
  if (index < 0) return undefined;
  const offset = index % width;
  const field = fields.findLast((candidate) => candidate.offset <= offset) ?? fields[0];
  return {
    point: point.name,
    replication: from + Math.floor(index / width),
    column: field.column.name,
    place: offset - field.offset,
    recorded: recorded[index],
    replayed: replayed[index],
  };
}
