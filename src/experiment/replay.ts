import type { Experiment, PlannedPoint } from './experiment.ts';
import type { Executor } from './executor.ts';
import { runTasks, tasksOf, type Task } from './runTasks.ts';
import { rangesLength, type PointRecords, type Range, type Records } from '../record/index.ts';

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
  const recorded = experiment.points.flatMap(({ name }, point) =>
    ranges(name).map((range) => ({ ...range, point })),
  );
  const total = rangesLength(recorded);
  const size = Math.max(1, Math.min(500, Math.ceil(total / (executor.workers * 4))));
  const tasks = [...tasksOf(recorded, size)];
  const differences = new Map<Task, Difference>();
  let done = 0;
  await runTasks({
    experiment,
    executor,
    tasks: tasks.values(),
    isStopped: () => differences.size > 0,
    onPart(task, from, packed) {
      const point = experiment.points[task.point];
      const count = packed.length / point.layout.width;
      const record = recordsAt(records, task.point).packed(from, from + count);
      const difference = firstDifference(point, from, record, packed);
      if (difference !== undefined) differences.set(task, difference);
      done += count;
      onProgress(done, total);
      return difference === undefined;
    },
  });
  const first = tasks.find((task) => differences.has(task));
  return first === undefined ? undefined : differences.get(first);
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
