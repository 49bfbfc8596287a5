import { z } from 'zod';
import {
  count,
  date,
  duration,
  power,
  stage,
  uncertain,
  uncertainCount,
} from '../../../src/scenario/index.ts';
import { rackLimit } from '../cooling/schema.ts';
import { hallName, MOST_HALLS, owned, siteName } from './siteNameSchema.ts';

export const reassignedSite = z.strictObject({
  name: siteName,
  kind: z.literal('reassigned').describe('A fleet that serves others today and is handed over.'),
  ...owned,
  gpus: uncertainCount('gpu', { max: 20_000_000 }).meta({
    description: 'GPUs of the fleet.',
    examples: ['0 / 10000 / 25000 gpu'],
  }),
  over: duration().describe('The fleet is handed over evenly between the start and this long after it.'),
});

export const readySite = z.strictObject({
  name: siteName,
  kind: z
    .literal('ready')
    .describe('Existing halls that can take racks as they are, and come free as a flow.'),
  ...owned,
  from: date().describe('First day on which they may be used.'),
  initial: power({ max: 100_000 }).meta({
    description: 'Power that is free on that day.',
    examples: ['20 MW'],
  }),
  monthly: uncertain('MW/month', { max: 100_000 }).meta({
    description: 'What comes free in each further month.',
    examples: ['8 / 22 / 40 MW/month'],
  }),
  ceiling: uncertain('power', { max: 100_000 }).meta({
    description: 'What comes free in all.',
    examples: ['120 / 200 / 300 MW'],
  }),
  rackLimit,
});

const retrofitHall = z.strictObject({
  name: hallName,
  start: date().describe('Day on which the work begins.'),
  power: power().meta({
    description: 'Facility power for liquid-cooled racks afterwards.',
    examples: ['10 MW'],
  }),
  method: z.enum(['row-sidecar', 'full-liquid']).optional().meta({
    description:
      'A full liquid loop takes the whole hall out of service; row sidecars leave the rest running.',
    absent: 'not stated, and not checked',
  }),
  retrofit: stage(uncertain('duration')).meta({
    description: 'The conversion.',
    examples: ['catalog:cooling.row-sidecar-retrofit'],
  }),
  flush: stage(uncertain('duration')).meta({
    description: 'Flush, fill and balance of the new loops.',
    examples: ['catalog:cooling.loop-flush'],
  }),
  commissioning: stage(uncertain('duration')).meta({
    description: 'Tests of the converted hall.',
    examples: ['2 / 4 / 6 weeks'],
  }),
  displaced: z
    .strictObject({
      power: power()
        .optional()
        .meta({
          description: 'Megawatts of it, at most those of the hall.',
          default: '0 MW',
          examples: ['3 MW'],
        }),
      gpus: count('gpu', { max: 20_000_000 })
        .optional()
        .meta({
          description: 'GPUs of it.',
          default: '0 gpu',
          examples: ['640 gpu'],
        }),
    })
    .describe('Load that stops while the hall is converted, counted until it is done.'),
});

export const retrofitSite = z.strictObject({
  name: siteName,
  kind: z
    .literal('retrofit')
    .describe('Existing air-cooled halls that are converted to carry liquid-cooled racks.'),
  ...owned,
  halls: z.array(retrofitHall).min(1).max(MOST_HALLS).describe('The halls, one by one.'),
});
