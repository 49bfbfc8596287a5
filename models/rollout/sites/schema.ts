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
  uncertainCount,
} from '../../../src/scenario/index.ts';
import { hallKind, ownBuilding } from '../building/schema.ts';
import type { FlowSite } from '../capacity/flowSite.ts';
import { ownCooling, rackLimit } from '../cooling/schema.ts';
import { siteDeployment } from '../deployment/siteSchema.ts';
import { ownNetwork } from '../network/schema.ts';
import {
  bridging,
  downgrades,
  EQUIPMENT_OWNERS,
  orderAt,
  siteConnection,
  switchOff,
  temporaryPower,
} from '../power/schema.ts';
import { orderAhead, siteProcurement } from '../procurement/schema.ts';
import { ownCommissioning } from '../readiness/schema.ts';
import { ownSubstation } from './constructionSchema.ts';
import { orderShift } from './orderShiftSchema.ts';

const name = nameText();
const siteName = name.meta({ description: 'Name of the site, its own.', examples: ['campus'] });
const hallName = name.meta({
  description: 'Name of the hall, its own within the site.',
  examples: ['hall 1'],
});

const MOST_HALLS = 500;
// A century: calendars are laid out from the first work on.
const MOST_LEAD = 36_525;

/** Whose site it is, and the product whose racks its halls are laid out for; the first of each by default. */
const owned = {
  provider: name.optional().meta({
    description: 'Whose site it is, by the name of a provider.',
    absent: 'the first provider',
    examples: ['second provider'],
  }),
  product: name.optional().meta({
    description: 'Product whose racks its halls are laid out for.',
    absent: 'the first product',
    examples: ['GB300 NVL72'],
  }),
};

const reassignedSite = z.strictObject({
  name: siteName,
  kind: z.literal('reassigned').describe('A fleet that serves others today and is handed over.'),
  ...owned,
  gpus: uncertainCount('gpu', { max: 20_000_000 }).meta({
    description: 'GPUs of the fleet.',
    examples: ['0 / 10000 / 25000 gpu'],
  }),
  over: duration().describe('The fleet is handed over evenly between the start and this long after it.'),
});

const readySite = z.strictObject({
  name: siteName,
  kind: z
    .literal('ready')
    .describe('Existing halls that can take racks as they are, and come free as a flow.'),
  ...owned,
  from: date().describe('First day on which they may be used.'),
  initial: power({ max: 100_000 }).meta({
    description: 'Power that is free on that day.',
    examples: ['20 MW'],
  }),
  monthly: uncertain('MW/month', { max: 100_000 }).meta({
    description: 'What comes free in each further month.',
    examples: ['8 / 22 / 40 MW/month'],
  }),
  ceiling: uncertain('power', { max: 100_000 }).meta({
    description: 'What comes free in all.',
    examples: ['120 / 200 / 300 MW'],
  }),
  rackLimit,
});

const retrofitHall = z.strictObject({
  name: hallName,
  start: date().describe('Day on which the work begins.'),
  power: power().meta({
    description: 'Facility power for liquid-cooled racks afterwards.',
    examples: ['10 MW'],
  }),
  method: z.enum(['row-sidecar', 'full-liquid']).optional().meta({
    description:
      'A full liquid loop takes the whole hall out of service; row sidecars leave the rest running.',
    absent: 'not stated, and not checked',
  }),
  retrofit: stage(uncertain('duration')).meta({
    description: 'The conversion.',
    examples: ['catalog:cooling.row-sidecar-retrofit'],
  }),
  flush: stage(uncertain('duration')).meta({
    description: 'Flush, fill and balance of the new loops.',
    examples: ['catalog:cooling.loop-flush'],
  }),
  commissioning: stage(uncertain('duration')).meta({
    description: 'Tests of the converted hall.',
    examples: ['2 / 4 / 6 weeks'],
  }),
  displaced: z
    .strictObject({
      power: power()
        .optional()
        .meta({
          description: 'Megawatts of it, at most those of the hall.',
          default: '0 MW',
          examples: ['3 MW'],
        }),
      gpus: count('gpu', { max: 20_000_000 })
        .optional()
        .meta({
          description: 'GPUs of it.',
          default: '0 gpu',
          examples: ['640 gpu'],
        }),
    })
    .describe('Load that stops while the hall is converted, counted until it is done.'),
});

const retrofitSite = z.strictObject({
  name: siteName,
  kind: z
    .literal('retrofit')
    .describe('Existing air-cooled halls that are converted to carry liquid-cooled racks.'),
  ...owned,
  halls: z.array(retrofitHall).min(1).max(MOST_HALLS).describe('The halls, one by one.'),
});

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

const sitePower = z.strictObject({
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

const dedicatedSite = z.strictObject({
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

export const siteSchema = z.discriminatedUnion('kind', [
  reassignedSite,
  readySite,
  retrofitSite,
  dedicatedSite,
]);

/** A site of the scenario's own, or that of a provider's flow. */
export type Site = z.output<typeof siteSchema> | FlowSite;
export type ReassignedSite = Extract<Site, { kind: 'reassigned' }>;
export type ReadySite = Extract<Site, { kind: 'ready' }>;
export type RetrofitSite = Extract<Site, { kind: 'retrofit' }>;
export type DedicatedSite = Extract<Site, { kind: 'dedicated' }>;
export type Hall = DedicatedSite['halls'][number];
