import type { Executor, Experiment } from '../experiment/index.ts';
import { inline } from './inline.ts';
import type { ModelSource } from './modelSource.ts';
import { threads } from './threads.ts';

/**
 * What runs the replications of an experiment: worker threads, or this thread where there is to be one worker: a thread
 * has to load the model once more.
 *
 * @param source where threads find the model
 * @param workers default all cores
 * @throws InputError on workers that are no whole number from 1, and on several of them inside a worker thread.
 */
export function executorFor<S>(
  { model }: Pick<Experiment<S>, 'model'>,
  { source, workers }: { source: ModelSource; workers: number | undefined },
): Executor<S> {
  if (workers === 1) return inline(model);
  return threads(workers === undefined ? { source } : { source, workers });
}
