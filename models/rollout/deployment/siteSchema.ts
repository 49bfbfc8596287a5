import { z } from 'zod';
import { deploymentSchema } from './schema.ts';

const { crews, racksPerDay, burnIn, acceptance } = deploymentSchema.shape;
const usual = 'that of `deployment`';

/**
 * How one campus takes its racks in, where it differs: the first of a kind from later ones, a large one from others.
 */
export const siteDeployment = z
  .strictObject({
    crews: crews.optional().meta({
      description: 'Crews of this campus that install racks.',
      absent: usual,
      examples: ['4 crew'],
    }),
    racksPerDay: racksPerDay.optional().meta({
      description: 'Racks that one of them installs in a day.',
      absent: usual,
      examples: ['catalog:deployment.install-rate'],
    }),
    burnIn: burnIn.optional().meta({
      description: 'Soak of a rack after power-on.',
      absent: usual,
      examples: ['catalog:deployment.burn-in'],
    }),
    acceptance: acceptance.optional().meta({
      description: 'Shake-out of the cluster that its pods join; the first of a new rack take longer.',
      absent: usual,
      examples: ['8 / 12 / 20 weeks'],
    }),
  })
  .optional()
  .meta({ description: 'How racks come into service here, where it differs.', absent: usual });
