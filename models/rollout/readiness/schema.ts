import { z } from 'zod';
import { differing, stage, uncertain } from '../../../src/scenario/index.ts';

const activity = () => stage(uncertain('duration'));

/** What it takes to commission a hall; L1 is the factory test of the plant. */
export const commissioningStages = z.strictObject({
  l2: activity()
    .optional()
    .meta({
      description: 'Checks of what was installed, before it is started (L2).',
      absent: 'takes no time of its own',
      examples: ['catalog:building.commissioning-l2'],
    }),
  l3: activity().meta({
    description: 'Start-up of each piece of plant (L3); it needs no permanent power.',
    examples: ['catalog:building.commissioning-l3'],
  }),
  flush: activity().meta({
    description: 'Flush, fill and balance of the loops, once the hall has power.',
    examples: ['catalog:cooling.loop-flush'],
  }),
  l4l5: activity().meta({
    description: 'Tests of systems and of the whole hall (L4 and L5), by one of the teams.',
    examples: ['catalog:building.commissioning-l4-l5'],
  }),
  reworkProbability: uncertain('ratio', { max: 1 }).meta({
    description: 'Chance that a hall fails them once.',
    examples: ['catalog:building.commissioning-failure-probability'],
  }),
  rework: uncertain('duration').meta({
    description: 'What a failure takes to put right, with the same team.',
    examples: ['catalog:building.commissioning-rework'],
  }),
});

const usual = 'that of `construction.commissioning`';

/** What a site states of its commissioning for itself. */
export const ownCommissioning = differing(commissioningStages, usual)
  .optional()
  .meta({ description: 'Commissioning where it differs.', absent: usual });
