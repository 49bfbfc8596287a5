import { z } from 'zod';
import { uncertain } from '../../../src/scenario/index.ts';

/** How a provider's campuses move against their usual durations. */
export const tempo = z
  .strictObject({
    shift: uncertain('ratio', { min: -3, max: 3 }).meta({
      description: 'Shift of the logarithm of every duration of its campuses, one value a replication.',
      examples: ['normal(-0.1, 0.15)'],
    }),
    logSpread: uncertain('ratio', { min: -10, max: 1 }).meta({
      description:
        'Logarithm of the scale of the logistic spread from campus to campus, one value a replication.',
      examples: ['normal(-1.9, 0.16)'],
    }),
  })
  .optional()
  .meta({
    description:
      'What the dated record adds to the usual durations: works, deliveries, tests and racks of a dedicated campus all take e^(shift + spread × a logistic draw) of the usual. Less than 1 on a delivery is an order placed ahead.',
    absent: 'the usual durations',
  });
