import { z } from 'zod';
import { count, date, nameText, ratio, uncertain } from '../../../src/scenario/index.ts';
import { policiesSchema } from '../capacity/schema.ts';
import { contractSchema } from '../contract/schema.ts';

/** More than all that was ever made; what is kept rack by rack has to have an end. */
const MOST_GPUS = 20_000_000;
const MOST_MILESTONES = 50;

const name = nameText();
const share = () => uncertain('ratio', { min: 0.001, max: 1 });

/** The part of a contract that is to be in service, and by when. */
export const targetSchema = z.strictObject({ fraction: ratio({ max: 1 }), by: date() });

/** Numbers and parts of a contract whose dates are asked for. */
export const milestonesSchema = z.strictObject({
  gpus: z.array(count('gpu', { min: 1, max: MOST_GPUS })).max(MOST_MILESTONES),
  fractions: z.array(ratio({ max: 1 })).max(MOST_MILESTONES),
});

/** What a rack is. */
export const rackSchema = z.strictObject({
  name,
  gpusPerRack: count('gpu', { min: 1 }),
  /** Facility power of one GPU: server, its share of the network, cooling and losses. */
  facilityPower: uncertain('kW/gpu', { min: 0.1, max: 100 }),
});

/** Racks of another size or power beside those of `product:`. */
export const furtherProduct = rackSchema.extend({
  /** Racks of one pod; `deployment.podRacks` by default. */
  podRacks: count('rack', { min: 1 }).optional(),
});

/** Another provider, which builds and lends as the first does. */
export const furtherProvider = z.strictObject({
  name,
  /** Duration of construction relative to the usual one. */
  pace: uncertain('ratio', { min: 0.2, max: 10 }),
  /** Its part of the output that `chips:` states, where this is divided by shares; none by default. */
  providerShare: share().optional(),
  /** Part of its intake that the contracts accept; that of the first provider by default. */
  rackScalePart: uncertain('ratio', { min: 0.01, max: 1 }).optional(),
  /** Its part of what other vendors make, by their names. */
  shares: z
    .array(z.strictObject({ vendor: name, share: share() }))
    .max(7)
    .optional(),
  /** L4/L5 teams; as many as the first provider has by default. */
  commissioningTeams: count('team', { min: 1 }).optional(),
});

/** Another tenant, with a contract of its own. */
export const furtherTenant = z.strictObject({
  name,
  /** Whose racks and halls it uses; the first provider's by default. */
  provider: name.optional(),
  /** What its contract buys; the first product by default. */
  product: name.optional(),
  contract: contractSchema.pick({
    commitment: true,
    effectiveTerm: true,
    termEnds: true,
    price: true,
    gpus: true,
    succession: true,
  }),
  /** Most that it may take of its provider's intake of the output that `chips:` states; none by default. */
  tenantCap: uncertain('ratio', { min: 0.01, max: 1 }).optional(),
  /** Most that it may take of its provider's intake of what other vendors make, by their names. */
  caps: z
    .array(z.strictObject({ vendor: name, cap: uncertain('ratio', { min: 0.01, max: 1 }) }))
    .max(7)
    .optional(),
  /** Those of the first tenant by default. */
  target: targetSchema.optional(),
  milestones: milestonesSchema.optional(),
  policies: policiesSchema.omit({ returns: true }).optional(),
});
