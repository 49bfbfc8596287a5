import { z } from 'zod';
import {
  count,
  date,
  duration,
  power,
  quantity,
  ratio,
  stage,
  uncertain,
} from '../../../src/scenario/index.ts';
import {
  buildingStages,
  commissioningStages,
  coolingStages,
  networkStages,
  substationStages,
} from './constructionSchema.ts';

const name = z.string().min(1).max(60);

const reassignedSite = z.strictObject({
  name,
  kind: z.literal('reassigned'),
  gpus: uncertain('gpu'),
  /** The fleet is handed over evenly between the start and this long after it. */
  over: duration(),
});

const readySite = z.strictObject({
  name,
  kind: z.literal('ready'),
  from: date(),
  initial: power(),
  monthly: uncertain('MW/month'),
  ceiling: uncertain('power'),
});

const retrofitHall = z.strictObject({
  name,
  start: date(),
  power: power(),
  retrofit: stage(uncertain('duration')),
  flush: stage(uncertain('duration')),
  commissioning: stage(uncertain('duration')),
  displaced: z.strictObject({ power: power().optional(), gpus: quantity('gpu').optional() }),
});

const retrofitSite = z.strictObject({
  name,
  kind: z.literal('retrofit'),
  halls: z.array(retrofitHall).min(1),
});

const hall = z.strictObject({
  name,
  power: power(),
  /** How long after the site's first hall this one starts. */
  startsAfter: duration(),
  building: buildingStages.partial().optional(),
  cooling: coolingStages.partial().optional(),
  network: networkStages.partial().optional(),
});

const sitePower = z.strictObject({
  regime: z.enum(['open', 'reserved', 'held']),
  units: count('unit'),
  unitRating: quantity('MVA'),
  powerFactor: ratio(),
  energize: z.enum(['firm', 'n']),
  /** How long before land clearing the substation's concept began. */
  leadBeforeClearing: duration(),
  upgradeProbability: uncertain('ratio', { max: 1 }),
  /** Orders of the units where they are known one by one. */
  orders: z.array(stage(uncertain('duration'))).optional(),
  networkUpgrade: stage(uncertain('duration')).optional(),
  stages: substationStages.partial().optional(),
});

const dedicatedSite = z.strictObject({
  name,
  kind: z.literal('dedicated'),
  /** Land clearing. */
  start: date(),
  power: sitePower,
  halls: z.array(hall).min(1),
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
