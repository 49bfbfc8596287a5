import { z } from 'zod';
import { count, date, duration, power, ratio, series, uncertain } from '../../../src/scenario/index.ts';

/** Halls of a provider that is not modelled site by site: ready megawatts that come as a flow. */
export const flowSchema = z.strictObject({
  from: date().describe('Day from which megawatts are added; the first of them are there a step later.'),
  initial: power({ max: 100_000 })
    .optional()
    .meta({
      description: 'Power that is ready on that day.',
      default: '0 MW',
      examples: ['40 MW'],
    }),
  added: series(uncertain('MW/year', { max: 1_000_000 })).meta({
    description:
      'Power that becomes ready in a year; one place in its range a replication, the same in all years.',
    examples: ['800 / 1000 / 1300 MW/year'],
  }),
  growth: ratio({ min: -0.9, max: 10 })
    .optional()
    .meta({
      description: 'By how much more is added a year later, compounded from the first day on.',
      default: '0 %',
      examples: ['20 %'],
    }),
  every: duration({ min: 1, max: 366 })
    .optional()
    .meta({
      description: 'How long apart the steps are in which it comes.',
      default: '1 month',
      examples: ['1 quarter'],
    }),
  slip: uncertain('duration')
    .optional()
    .meta({
      description:
        'How much later all of it comes, one draw a replication; flows of providers move together.',
      default: '0 days',
      examples: ['0 / 30 / 120 days'],
    }),
  installTime: uncertain('duration')
    .optional()
    .meta({
      description: 'From a position to an installed rack, however many come at once; either this or `crews`.',
      absent: 'as `crews` says',
      examples: ['2 / 4 / 8 weeks'],
    }),
  crews: count('crew', { min: 1 })
    .optional()
    .meta({
      description: 'Crews that install racks there, each at the rate of `deployment.racksPerDay`.',
      absent: 'as `installTime` says',
      examples: ['4 crew'],
    }),
});

export type FlowScenario = z.output<typeof flowSchema>;
