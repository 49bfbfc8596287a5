import { z } from 'zod';
import {
  count,
  date,
  differing,
  duration,
  money,
  nameText,
  power,
  stage,
  uncertain,
} from '../../../src/scenario/index.ts';

const activity = () => stage(uncertain('duration'));
const probability = () => uncertain('ratio', { max: 1 });
const name = nameText();

/** How a utility takes a large load on: study, agreement, its own work, and the chance that the load leaves at each. */
const connectionStages = z.strictObject({
  study: activity().meta({
    description: 'Request to the end of the study.',
    examples: ['catalog:power.ercot-study'],
  }),
  agreement: activity().meta({
    description: 'End of the study to a signed agreement.',
    examples: ['1 / 3 / 6 months'],
  }),
  service: activity()
    .optional()
    .meta({
      description: "Agreement to service: the utility's own work; not beside `requestToService`.",
      absent: 'takes no time of its own',
      examples: ['catalog:power.aep-ohio-connection'],
    }),
  requestToService: activity()
    .optional()
    .meta({
      description:
        'Request to service as one figure, where a utility publishes no parts; service does not come before the agreement.',
      absent: 'the parts say it',
      examples: ['catalog:power.dominion-connection'],
    }),
  dropout: z
    .strictObject({
      study: probability()
        .optional()
        .meta({
          description: 'Chance of leaving when the study is done.',
          default: '0 %',
          examples: ['10 / 20 / 30 %'],
        }),
      agreement: probability()
        .optional()
        .meta({
          description: 'Chance of leaving when the agreement is due.',
          default: '0 %',
          examples: ['20 / 27 / 35 %'],
        }),
      contract: probability()
        .optional()
        .meta({
          description: 'Chance of leaving after it is signed.',
          default: '0 %',
          examples: ['5 / 7 / 10 %'],
        }),
    })
    .optional()
    .meta({
      description: 'Chances that the load leaves on the way; the site is then given up.',
      absent: 'no load leaves',
    }),
  blocks: z
    .strictObject({
      power: uncertain('power', { min: 1 }).meta({
        description: 'Power of one block.',
        examples: ['catalog:power.energization-block'],
      }),
      spacing: uncertain('duration').meta({
        description: 'Time from block to block.',
        examples: ['catalog:power.energization-spacing'],
      }),
    })
    .optional()
    .meta({
      description: 'Power comes in blocks, the first with service.',
      absent: 'all of it comes with service',
    }),
});

/** The utilities of a scenario, by name. */
export const connectionPlans = z.array(
  connectionStages.extend({
    name: name.meta({ description: 'Name of the utility, as sites give it.', examples: ['ERCOT'] }),
  }),
);

/** A site's own connection: its utility, the date of the request, and what is known of its stages. */
export const siteConnection = differing(connectionStages, 'that of the utility').extend({
  utility: name.meta({
    description: 'Name of the utility, one of `construction.connections`.',
    examples: ['ERCOT'],
  }),
  requested: date().describe('Day on which power was, or is, asked for.'),
});

const order = z.strictObject({
  leadTime: activity().meta({
    description: 'Order to delivery.',
    examples: ['catalog:power.hv-breaker-lead-time-2026'],
  }),
  lateProbability: probability()
    .optional()
    .meta({
      description: 'Chance that it comes late, by `transformer.late`.',
      default: '0 %',
      examples: ['catalog:power.late-delivery-probability'],
    }),
});

/** One class of long-lead equipment beside the transformers. */
const equipmentClass = z.strictObject({
  open: order.describe('Bought on the open market.'),
  reserved: order.describe('Built in a slot that is reserved.'),
  held: order.describe('Held in store.'),
});

const equipment = (what: string) =>
  equipmentClass.optional().meta({
    description: `${what}, by the regime under which a site buys.`,
    absent: 'none is waited for',
  });

/** Long-lead equipment that must be on site before checkout. */
export const equipmentPlan = z.strictObject({
  hvBreakers: equipment('High-voltage breakers'),
  mvSwitchgear: equipment('Medium-voltage switchgear'),
  relays: equipment('Protection relays'),
});

export const EQUIPMENT_OWNERS = ['provider', 'utility', 'contractor'] as const;

/** Slots or units that an owner has secured and that its sites share, first come by the date of the order. */
export const transformerPools = z.array(
  z.strictObject({
    owner: z.enum(EQUIPMENT_OWNERS).describe('Whose sites share it; one pool an owner and regime.'),
    regime: z.enum(['reserved', 'held']).describe('Whether it holds slots or units.'),
    units: count('unit').meta({ description: 'Units or slots on day 0.', examples: ['6 unit'] }),
    every: duration({ min: 1 })
      .optional()
      .meta({
        description: 'A further unit comes free so often.',
        absent: 'never',
        examples: ['60 days'],
      }),
    whenEmpty: z.enum(['open', 'wait']).optional().meta({
      description: 'What an order does that finds the pool empty: it goes to the open market, or waits.',
      default: 'open',
    }),
  }),
);

const bridgingSource = z.strictObject({
  name: name.meta({ description: 'Name of the source.', examples: ['engines'] }),
  kind: z
    .enum(['turbines', 'engines', 'fuel-cells', 'batteries'])
    .describe('What it is; batteries take no air permit.'),
  power: power().meta({ description: 'Its megawatts.', examples: ['100 MW'] }),
  leadTime: activity().meta({
    description: 'Order to units that can run.',
    examples: ['catalog:bridging.gas-engine-plant'],
  }),
  permit: activity()
    .optional()
    .meta({
      description: 'Air permit, sought from the order on.',
      absent: 'none is waited for',
      examples: ['catalog:bridging.major-air-permit'],
    }),
  exemption: uncertain('duration')
    .optional()
    .meta({
      description: 'How long the units may run before they have the permit.',
      absent: 'not at all',
      examples: ['catalog:bridging.temporary-unit-exemption'],
    }),
  life: uncertain('duration')
    .optional()
    .meta({
      description: 'How long the units stay.',
      absent: 'for good',
      examples: ['catalog:bridging.bridging-life'],
    }),
  trigger: z
    .discriminatedUnion('kind', [
      z.strictObject({
        kind: z.literal('date').describe('Ordered on a day.'),
        on: date().describe('The day.'),
      }),
      z.strictObject({
        kind: z.literal('waiting').describe('Ordered when a finished hall has waited for the grid.'),
        after: duration().meta({ description: 'How long it has waited.', examples: ['60 days'] }),
      }),
    ])
    .describe('When it is ordered.'),
});

/** Power that stands in for the grid. */
export const bridging = z.array(bridgingSource).optional().meta({
  description: 'Power that stands in for the grid; racks run on it only where `temporaryPower` is `service`.',
  absent: 'none',
});

/** Highest commissioning step that temporary power may carry. */
export const temporaryPower = z.enum(['L3', 'L4/L5', 'service']);

/** The grid gives at most so much from one day to another. */
export const downgrades = z
  .array(
    z.strictObject({
      name: name.meta({ description: 'Name of the cut.', examples: ['summer limit'] }),
      from: date().describe('First day of it.'),
      to: date()
        .optional()
        .meta({ description: 'Last day of it, not before the first.', absent: 'it stays' }),
      power: power().meta({ description: 'What the grid still gives.', examples: ['60 MW'] }),
      probability: probability()
        .optional()
        .meta({
          description: 'Chance that it happens.',
          default: '100 %',
          examples: ['20 / 30 / 50 %'],
        }),
    }),
  )
  .optional()
  .meta({
    description: 'The grid gives at most so much from one day to another.',
    absent: 'none',
  });

/** Which racks go dark when power falls short. */
export const switchOff = z.enum(['newest-first', 'oldest-first', 'by-hall']);

export const orderAt = z.enum(['concept', 'agreement', 'design']);

/** What cancelling one order of a transformer costs when the site is given up. */
export const cancellation = money();

export type BridgingSource = z.output<typeof bridgingSource>;
export type EquipmentPlan = z.output<typeof equipmentPlan>;
export type TemporaryPower = z.output<typeof temporaryPower>;
export type SwitchOffPolicy = z.output<typeof switchOff>;
