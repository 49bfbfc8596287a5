import { z } from 'zod';
import { count, date, duration, power } from '../../../src/scenario/index.ts';
import { hallKind, ownBuilding } from '../building/schema.ts';
import { ownCooling, rackLimit } from '../cooling/schema.ts';
import { siteDeployment } from '../deployment/siteSchema.ts';
import { ownNetwork } from '../network/schema.ts';
import { orderAhead, siteProcurement } from '../procurement/schema.ts';
import { ownCommissioning } from '../readiness/schema.ts';
import { orderShift } from './orderShiftSchema.ts';
import { hallName, MOST_HALLS, name, owned, siteName } from './siteNameSchema.ts';
import { sitePower } from './sitePowerSchema.ts';

const hall = z.strictObject({
  name: hallName,
  power: power({ max: 100_000 }).meta({
    description:
      'Facility power of the hall; all halls together may not have more than the site at full build.',
    examples: ['100 MW'],
  }),
  startsAfter: duration().meta({
    description: "How long after the site's first hall this one starts.",
    examples: ['4 months'],
  }),
  kind: hallKind.optional().meta({
    description: 'What kind of hall it is; others than new builds need `construction.buildingKinds`.',
    default: 'new-build',
  }),
  rackLimit,
  building: ownBuilding,
  cooling: ownCooling,
  network: ownNetwork,
});

export const dedicatedSite = z.strictObject({
  name: siteName,
  kind: z.literal('dedicated').describe('A campus that is built.'),
  ...owned,
  start: date().describe('Day of land clearing; it may lie before the start of the run.'),
  campus: name.optional().meta({
    description: 'Campus of which the site is a part, where several are one: their tempo is one draw.',
    absent: 'the site is a campus of its own',
    examples: ['Abilene'],
  }),
  region: name.optional().meta({
    description: 'Region whose labour the site shares, one of `construction.regions`.',
    absent: 'none: the labour is that of the provider',
    examples: ['Texas'],
  }),
  trades: count('crew')
    .optional()
    .meta({
      description: 'Trade crews on the campus.',
      absent: 'as many as it takes',
      examples: ['4 crew'],
    }),
  power: sitePower.describe('How the campus gets its megawatts.'),
  procurement: siteProcurement,
  orderAhead: orderAhead('that of its provider'),
  deployment: siteDeployment,
  orderShift: orderShift.optional().meta({
    description: 'How much later than usual each long-lead item is ordered here.',
    absent: 'that of `construction.orderShift`',
  }),
  halls: z.array(hall).min(1).max(MOST_HALLS).describe('The halls, in the order in which they get power.'),
  building: ownBuilding,
  cooling: ownCooling,
  network: ownNetwork,
  commissioning: ownCommissioning,
});
