import { z } from 'zod';
import { count, duration, uncertain } from '../../../src/scenario/index.ts';
import { PROCURED_CLASSES, type EquipmentClass, type ProcuredClass, type SecuredClass } from './classes.ts';

const REGIMES = ['open', 'reserved', 'held'] as const;

const WHAT: Readonly<Record<ProcuredClass, string>> = {
  hvBreakers: 'High-voltage breakers',
  mvSwitchgear: 'Medium-voltage switchgear',
  relays: 'Protection relays',
  generators: 'Bridging units: engines, turbines, fuel cells, batteries',
  cooling: 'Cooling plant of a hall',
  switches: 'Switches of a hall',
  optics: 'Optical modules of a hall',
  storage: 'Storage of a hall',
};

const terms = (of: SecuredClass) =>
  z
    .strictObject({
      regime: z.enum(REGIMES).optional().meta({
        description: 'How sites buy that do not say otherwise.',
        default: 'open',
      }),
      reserved: uncertain('duration')
        .optional()
        .meta({
          description: 'Order to delivery out of a reserved slot.',
          absent: 'no site may have it reserved',
          examples: ['10 / 18 / 26 weeks'],
        }),
      held: uncertain('duration')
        .optional()
        .meta({
          description: 'Call to delivery out of the store.',
          default: '0 days',
          examples: ['1 / 2 / 4 weeks'],
        }),
    })
    .optional()
    .meta({ description: `${WHAT[of]}.`, absent: 'bought on the open market' });

/** How long-lead goods are bought that are not part of a substation; their open lead times stand with their trades. */
export const procurementTerms = z.strictObject({
  generators: terms('generators'),
  cooling: terms('cooling'),
  switches: terms('switches'),
  optics: terms('optics'),
  storage: terms('storage'),
} satisfies Record<SecuredClass, ReturnType<typeof terms>>);

const ofEquipment = 'that of `power.regime`';
const ofOthers = 'that of `construction.procurement`';

const own = (of: ProcuredClass, absent: string) =>
  z
    .enum(REGIMES)
    .optional()
    .meta({ description: `${WHAT[of]}.`, absent });

/** The regimes under which one site buys, where they differ. */
export const siteProcurement = z
  .strictObject({
    hvBreakers: own('hvBreakers', ofEquipment),
    mvSwitchgear: own('mvSwitchgear', ofEquipment),
    relays: own('relays', ofEquipment),
    generators: own('generators', ofOthers),
    cooling: own('cooling', ofOthers),
    switches: own('switches', ofOthers),
    optics: own('optics', ofOthers),
    storage: own('storage', ofOthers),
  } satisfies Record<EquipmentClass | SecuredClass, ReturnType<typeof own>>)
  .optional()
  .meta({
    description: 'How this site buys each class of long-lead goods, where it differs.',
    absent: 'as its power and `construction.procurement` say',
  });

/**
 * Slots and goods in store that a provider has secured and that its sites share, first come by the day of the order.
 */
export const stockPlan = z.array(
  z.strictObject({
    class: z.enum(PROCURED_CLASSES).describe('What is in it; one entry a class and regime.'),
    regime: z.enum(['reserved', 'held']).describe('Whether it holds slots or goods.'),
    lots: count('lot').meta({
      description:
        'Lots on day 0. A lot serves a hall; of breakers, switchgear and relays a site; of generators a source.',
      examples: ['2 lot'],
    }),
    every: duration({ min: 1 })
      .optional()
      .meta({ description: 'A further lot comes free so often.', absent: 'never', examples: ['60 days'] }),
    whenEmpty: z.enum(['open', 'wait']).optional().meta({
      description: 'What an order does that finds nothing left: it goes to the open market, or waits.',
      default: 'open',
    }),
  }),
);

/** How long before its usual day an owner places the orders of long-lead goods. */
export const orderAhead = (absent: string) =>
  uncertain('duration', { max: 36_525 })
    .optional()
    .meta({
      description:
        'How long before its usual day every long-lead order of substation, cooling, network and storage is placed; what takes no longer is there on that day. What comes late or fails its test does so on top.',
      absent,
      examples: ['0 / 4 / 9 months'],
    });
