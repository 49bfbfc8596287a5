import type { Range } from '../record/index.ts';
import { chunkOf, ReplicationError, type Executor } from './executor.ts';
import type { Experiment } from './experiment.ts';

/** Replications of one point, by its place in the experiment. */
export interface Task extends Range {
  readonly point: number;
}

/** Ranges in parts of at most so many replications. */
export function* tasksOf(ranges: Iterable<Task>, size: number): Generator<Task, undefined> {
  for (const { point, from, to } of ranges) {
    for (let start = from; start < to; start += size) {
      yield { point, from: start, to: Math.min(start + size, to) };
    }
  }
}

/**
 * Runs tasks in their order, several at a time. `onPart` takes what comes of a task, in one part or in several, and
 * says whether the rest of the task is wanted.
 *
 * After a failure, or once `isStopped`, nothing more is begun, and what is under way comes to its end.
 *
 * @throws ReplicationError, the one that a single worker would have met first.
 */
export async function runTasks<S>({
  experiment,
  executor,
  tasks,
  isStopped,
  onPart,
}: {
  experiment: Experiment<S>;
  executor: Executor<S>;
  tasks: Iterator<Task, undefined>;
  isStopped: () => boolean;
  onPart: (task: Task, from: number, packed: Float64Array) => boolean;
}): Promise<void> {
  const failures: unknown[] = [];
  const lane = async (): Promise<void> => {
    while (failures.length === 0 && !isStopped()) {
      const next = tasks.next();
      if (next.done === true) return;
      try {
        await runTask(next.value);
      } catch (error) {
        failures.push(error);
      }
    }
  };
  const runTask = async (task: Task): Promise<void> => {
    const point = experiment.points[task.point];
    for (let { from } = task, isWanted = true; isWanted && from < task.to;) {
      const packed = await executor.run(chunkOf(experiment, point, { from, to: task.to }));
      isWanted = onPart(task, from, packed);
      from += packed.length / point.layout.width;
    }
  };
  // One lane more than there are workers, so that none of them waits while a part is taken.
  await Promise.all(Array.from({ length: executor.workers + 1 }, lane));
  if (failures.length > 0) throw firstFailure(failures, experiment);
}

function firstFailure<S>(failures: readonly unknown[], experiment: Experiment<S>): unknown {
  const rank = (failure: unknown): [number, number] => {
    if (!(failure instanceof ReplicationError)) return [-1, -1];
    return [experiment.points.findIndex(({ name }) => name === failure.point), failure.replication];
  };
  return failures.toSorted((a, b) => {
    const [first, second] = [rank(a), rank(b)];
    return first[0] - second[0] || first[1] - second[1];
  })[0];
}
