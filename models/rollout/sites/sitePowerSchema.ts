import { z } from 'zod';
import { count, duration, quantity, ratio, stage, uncertain } from '../../../src/scenario/index.ts';
import {
  bridging,
  downgrades,
  EQUIPMENT_OWNERS,
  orderAt,
  siteConnection,
  switchOff,
  temporaryPower,
} from '../power/schema.ts';
import { ownSubstation } from './constructionSchema.ts';

// A century: calendars are laid out from the first work on.
const MOST_LEAD = 36_525;

export const sitePower = z.strictObject({
  regime: z
    .enum(['open', 'reserved', 'held'])
    .describe(
      'How transformers and further equipment are bought: on the open market, in a reserved slot, or held in store.',
    ),
  units: count('unit', { max: 100 }).meta({
    description: 'Transformers of the substation; 0 where bridging alone brings power.',
    examples: ['3 unit'],
  }),
  unitRating: quantity('MVA', { max: 10_000 }).meta({
    description: 'Rating of one transformer.',
    examples: ['120 MVA'],
  }),
  powerFactor: ratio({ max: 1 }).meta({
    description: 'Active over apparent power.',
    examples: ['0.95'],
  }),
  energize: z
    .enum(['firm', 'n'])
    .describe(
      'Whether the site uses what stays when one unit is lost (`firm`), or what all units carry (`n`).',
    ),
  leadBeforeClearing: duration({ max: MOST_LEAD }).meta({
    description: "How long before land clearing the substation's concept began.",
    examples: ['9 months'],
  }),
  upgradeProbability: uncertain('ratio', { max: 1 }).meta({
    description: 'Chance that the transmission network has to be upgraded; 0 % beside `requestToService`.',
    examples: ['30 %'],
  }),
  orders: z
    .array(stage(uncertain('duration')))
    .max(100)
    .optional()
    .meta({
      description: 'Orders of the units where they are known one by one, as many as there are units.',
      absent: 'the regime says how long they take',
      examples: [['100 days', '130 days', '160 days']],
    }),
  networkUpgrade: stage(uncertain('duration'))
    .optional()
    .meta({
      description: 'Upgrade of the transmission network of this site.',
      absent: 'that of `construction.networkUpgrade`',
      examples: ['catalog:power.network-upgrade-terminal'],
    }),
  stages: ownSubstation,
  connection: siteConnection.optional().meta({
    description:
      "The site's connection: its utility, the date of the request, and what is known of its stages.",
    absent: 'the substation alone brings power',
  }),
  orderAt: orderAt.optional().meta({
    description: 'What the long-lead equipment is ordered at the end of; `agreement` needs a connection.',
    default: 'concept',
  }),
  owner: z.enum(EQUIPMENT_OWNERS).optional().meta({
    description: 'Who owns, and so orders, the transformers: whose pool they come from.',
    default: 'provider',
  }),
  bridging,
  temporaryPower: temporaryPower.optional().meta({
    description: 'Highest step that bridging power may carry here; racks run on it only with `service`.',
    absent: 'that of `construction.temporaryPower`',
  }),
  switchOff: switchOff.optional().meta({
    description: 'Which racks go dark when power falls short here.',
    absent: 'that of `construction.switchOff`',
  }),
  downgrades,
});
