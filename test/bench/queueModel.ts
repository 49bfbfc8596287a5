import type { Model } from '../../src/experiment/index.ts';

/** A replication that takes so long and does nothing, so that what is beside it can be seen. */
export interface Pause {
  readonly milliseconds: number;
}

export const model: Model<Pause> = {
  name: 'queue-bench',
  version: '1',
  causes: [],
  outputs: () => ({
    startDate: '2026-01-01',
    horizonDays: 1,
    gridDays: [],
    columns: [{ name: 'nothing', unit: 'day', kind: 'scalar', description: 'nothing' }],
  }),
  inputs: () => [],
  run(_, { milliseconds }) {
    const until = performance.now() + milliseconds;
    while (performance.now() < until);
    return { nothing: 0 };
  },
};
