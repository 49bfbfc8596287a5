import type { Role } from '../../../src/record/index.ts';
import { CAUSES } from '../causes.ts';
import { scalar, type RolloutOutput } from '../output.ts';
import type { MilestonePath } from './attribution.ts';

/** Days on the driving path of each milestone, and their drag, by cause. */
export function attributionOutputs(milestones: readonly string[]): RolloutOutput[] {
  return MEASURES.flatMap(({ measure, role, unit, text, of }) =>
    milestones.flatMap((milestone, path) =>
      CAUSES.map((cause, index) =>
        scalar(
          {
            name: `${measure}:${milestone}:${cause}`,
            unit,
            role,
            key: { milestone, cause },
            description: `${text} on the driving path (stop view) of {milestone}`,
            infiniteWhen: 'not reached',
          },
          ({ paths }) => of(paths[path]!)[index]!,
        ),
      ),
    ),
  );
}

const MEASURES: readonly {
  readonly measure: string;
  readonly role: Role;
  readonly unit: string;
  readonly text: string;
  readonly of: (path: MilestonePath) => ArrayLike<number>;
}[] = [
  {
    measure: 'path_days',
    role: 'attribution',
    unit: 'day',
    text: 'days charged to {cause}',
    of: ({ days }) => days,
  },
  {
    measure: 'drag',
    role: 'drag',
    unit: 'day',
    text: 'days gained at least, on this record, if {cause} took no time',
    of: ({ drag }) => drag,
  },
  {
    measure: 'drag_bound',
    role: 'drag bound',
    unit: 'share',
    text: '1 where the drag of {cause} is a bound that may be exceeded',
    of: ({ dragBound }) => dragBound,
  },
];
