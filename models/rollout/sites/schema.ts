import { z } from 'zod';
import {
  count,
  date,
  duration,
  nameText,
  power,
  quantity,
  ratio,
  stage,
  uncertain,
} from '../../../src/scenario/index.ts';
import { buildingStages, hallKind } from '../building/schema.ts';
import { coolingStages, rackLimit } from '../cooling/schema.ts';
import { networkStages } from '../network/schema.ts';
import {
  bridging,
  downgrades,
  EQUIPMENT_OWNERS,
  orderAt,
  siteConnection,
  switchOff,
  temporaryPower,
} from '../power/schema.ts';
import { commissioningStages } from '../readiness/schema.ts';
import { substationStages } from './constructionSchema.ts';
import { orderShift } from './orderShiftSchema.ts';

const name = nameText();

const MOST_HALLS = 500;

/** Whose site it is, and the product whose racks its halls are laid out for; the first of each by default. */
const owned = { provider: name.optional(), product: name.optional() };

const reassignedSite = z.strictObject({
  name,
  kind: z.literal('reassigned'),
  ...owned,
  gpus: uncertain('gpu', { max: 20_000_000 }),
  /** The fleet is handed over evenly between the start and this long after it. */
  over: duration(),
});

const readySite = z.strictObject({
  name,
  kind: z.literal('ready'),
  ...owned,
  from: date(),
  initial: power({ max: 100_000 }),
  monthly: uncertain('MW/month', { max: 100_000 }),
  ceiling: uncertain('power', { max: 100_000 }),
  /** Air-cooled halls: most that a rack may draw. */
  rackLimit: rackLimit.optional(),
});

const retrofitHall = z.strictObject({
  name,
  start: date(),
  power: power(),
  /** A full liquid loop takes the whole hall out of service; row sidecars leave the rest running. */
  method: z.enum(['row-sidecar', 'full-liquid']).optional(),
  retrofit: stage(uncertain('duration')),
  flush: stage(uncertain('duration')),
  commissioning: stage(uncertain('duration')),
  displaced: z.strictObject({
    power: power().optional(),
    gpus: count('gpu', { max: 20_000_000 }).optional(),
  }),
});

const retrofitSite = z.strictObject({
  name,
  kind: z.literal('retrofit'),
  ...owned,
  halls: z.array(retrofitHall).min(1).max(MOST_HALLS),
});

const hall = z.strictObject({
  name,
  power: power({ max: 100_000 }),
  /** How long after the site's first hall this one starts. */
  startsAfter: duration(),
  /** A new build by default. */
  kind: hallKind.optional(),
  /** Air-cooled hall: most that a rack may draw. */
  rackLimit: rackLimit.optional(),
  building: buildingStages.partial().optional(),
  cooling: coolingStages.partial().optional(),
  network: networkStages.partial().optional(),
});

const sitePower = z.strictObject({
  regime: z.enum(['open', 'reserved', 'held']),
  units: count('unit', { max: 100 }),
  unitRating: quantity('MVA', { max: 10_000 }),
  powerFactor: ratio({ max: 1 }),
  energize: z.enum(['firm', 'n']),
  /** How long before land clearing the substation's concept began. */
  leadBeforeClearing: duration(),
  upgradeProbability: uncertain('ratio', { max: 1 }),
  /** Orders of the units where they are known one by one. */
  orders: z
    .array(stage(uncertain('duration')))
    .max(100)
    .optional(),
  networkUpgrade: stage(uncertain('duration')).optional(),
  stages: substationStages.partial().optional(),
  connection: siteConnection.optional(),
  /** When the long-lead equipment is ordered; once the concept stands by default. */
  orderAt: orderAt.optional(),
  /** Who owns, and so orders, the transformers; the provider by default. */
  owner: z.enum(EQUIPMENT_OWNERS).optional(),
  bridging: bridging.optional(),
  temporaryPower: temporaryPower.optional(),
  switchOff: switchOff.optional(),
  downgrades: downgrades.optional(),
});

const dedicatedSite = z.strictObject({
  name,
  kind: z.literal('dedicated'),
  ...owned,
  /** Land clearing. */
  start: date(),
  /** Region whose labour the site shares. */
  region: name.optional(),
  /** Trade crews on the campus; as many as it takes by default. */
  trades: count('crew').optional(),
  power: sitePower,
  orderShift: orderShift.optional(),
  halls: z.array(hall).min(1).max(MOST_HALLS),
  building: buildingStages.partial().optional(),
  cooling: coolingStages.partial().optional(),
  network: networkStages.partial().optional(),
  commissioning: commissioningStages.partial().optional(),
});

export const siteSchema = z.discriminatedUnion('kind', [
  reassignedSite,
  readySite,
  retrofitSite,
  dedicatedSite,
]);

export type Site = z.output<typeof siteSchema>;
export type ReassignedSite = Extract<Site, { kind: 'reassigned' }>;
export type ReadySite = Extract<Site, { kind: 'ready' }>;
export type RetrofitSite = Extract<Site, { kind: 'retrofit' }>;
export type DedicatedSite = Extract<Site, { kind: 'dedicated' }>;
export type Hall = DedicatedSite['halls'][number];
