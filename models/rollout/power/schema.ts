import { z } from 'zod';
import {
  count,
  date,
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
  study: activity(),
  agreement: activity(),
  /** Agreement to service: the utility's own work. */
  service: activity().optional(),
  /** Request to service as one figure, where a utility publishes no parts; it may not end before the agreement. */
  requestToService: activity().optional(),
  /** Chance of leaving when the study is done, when the agreement is due, and after it is signed. */
  dropout: z
    .strictObject({
      study: probability().optional(),
      agreement: probability().optional(),
      contract: probability().optional(),
    })
    .optional(),
  /** Power comes in blocks so far apart, the first with service. */
  blocks: z
    .strictObject({ power: uncertain('power', { min: 1 }), spacing: uncertain('duration') })
    .optional(),
});

/** The utilities of a scenario, by name. */
export const connectionPlans = z.array(connectionStages.extend({ name }));

/** A site's own connection: its utility, the date of the request, and what is known of its stages. */
export const siteConnection = connectionStages.partial().extend({ utility: name, requested: date() });

const order = z.strictObject({
  leadTime: activity(),
  lateProbability: probability().optional(),
});

/** One class of long-lead equipment beside the transformers, by the regime under which a site buys it. */
const equipmentClass = z.strictObject({ open: order, reserved: order, held: order });

/** Long-lead equipment that must be on site before checkout. */
export const equipmentPlan = z.strictObject({
  hvBreakers: equipmentClass.optional(),
  mvSwitchgear: equipmentClass.optional(),
  relays: equipmentClass.optional(),
});

export const EQUIPMENT_OWNERS = ['provider', 'utility', 'contractor'] as const;

/** Slots or units that an owner has secured and that its sites share, first come by the date of the order. */
export const transformerPools = z.array(
  z.strictObject({
    owner: z.enum(EQUIPMENT_OWNERS),
    regime: z.enum(['reserved', 'held']),
    units: count('unit'),
    /** A further unit comes free so often; never by default. */
    every: duration({ min: 1 }).optional(),
    /** What an order does that finds the pool empty: it goes to the open market (default), or waits. */
    whenEmpty: z.enum(['open', 'wait']).optional(),
  }),
);

const bridgingSource = z.strictObject({
  name,
  kind: z.enum(['turbines', 'engines', 'fuel-cells', 'batteries']),
  power: power(),
  leadTime: activity(),
  /** Air permit, sought from the order on. */
  permit: activity().optional(),
  /** How long the units may run before they have the permit; not at all by default. */
  exemption: uncertain('duration').optional(),
  /** How long the units stay; for good by default. */
  life: uncertain('duration').optional(),
  trigger: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('date'), on: date() }),
    /** Ordered when a finished hall has waited so long for the grid. */
    z.strictObject({ kind: z.literal('waiting'), after: duration() }),
  ]),
});

/** Power that stands in for the grid. */
export const bridging = z.array(bridgingSource);

/** Highest commissioning step that temporary power may carry. */
export const temporaryPower = z.enum(['L3', 'L4/L5', 'service']);

/** The grid gives at most so much from one day until another. */
export const downgrades = z.array(
  z.strictObject({
    name,
    from: date(),
    to: date().optional(),
    power: power(),
    probability: probability().optional(),
  }),
);

/** Which racks go dark when power falls short. */
export const switchOff = z.enum(['newest-first', 'oldest-first', 'by-hall']);

export const orderAt = z.enum(['concept', 'agreement', 'design']);

/** What cancelling one order of a transformer costs when the site is given up. */
export const cancellation = money();

export type BridgingSource = z.output<typeof bridgingSource>;
export type EquipmentPlan = z.output<typeof equipmentPlan>;
export type TemporaryPower = z.output<typeof temporaryPower>;
export type SwitchOffPolicy = z.output<typeof switchOff>;
