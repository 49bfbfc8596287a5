import { z } from 'zod';
import { stage, uncertain } from '../../../src/scenario/index.ts';

const activity = () => stage(uncertain('duration'));

/** What it takes to commission a hall; L1 is the factory test of the plant. */
export const commissioningStages = z.strictObject({
  /** Checks of what was installed, before it is started. */
  l2: activity().optional(),
  l3: activity(),
  flush: activity(),
  l4l5: activity(),
  reworkProbability: uncertain('ratio', { max: 1 }),
  rework: uncertain('duration'),
});
