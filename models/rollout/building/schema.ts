import { z } from 'zod';
import { count, differing, nameText, ratio, stage, uncertain } from '../../../src/scenario/index.ts';
import { seasons } from '../sites/seasonSchema.ts';

const activity = () => stage(uncertain('duration'));

/** What it takes to put up a hall. */
export const buildingStages = z.strictObject({
  sitePreparation: activity().meta({
    description: 'Land clearing to ground that can be built on, once a campus.',
    examples: ['catalog:building.site-preparation'],
  }),
  shell: activity().meta({
    description: 'Foundations to closed shell of a hall; in a conversion the strip-out, for a tent the tent.',
    examples: ['catalog:building.shell'],
  }),
  fitOut: activity().meta({
    description: 'Electrical and mechanical fit-out of a hall.',
    examples: ['catalog:building.fit-out'],
  }),
  overlap: ratio({ max: 1 }).meta({
    description: 'Part of the shell that fit-out overlaps.',
    examples: ['50 %'],
  }),
  permits: activity()
    .optional()
    .meta({
      description: 'Permit to build, sought from land clearing on; the shell waits for it.',
      absent: 'none is waited for',
      examples: ['3 / 6 / 12 months'],
    }),
  prefabricationSaving: uncertain('duration')
    .optional()
    .meta({
      description: 'What factory-made parts save of fit-out, at most half of it.',
      absent: 'nothing',
      examples: ['catalog:building.prefabrication-saving'],
    }),
  fitOutCrews: count('crew', { min: 1 })
    .optional()
    .meta({
      description: "Crews of the campus's and the region's trades that the fit-out of a hall takes.",
      default: '1 crew',
      examples: ['2 crew'],
    }),
});

export const hallKind = z.enum(['new-build', 'conversion', 'tent']);

const usual = 'that of `construction.building`, of the kind of hall, or of the site for a hall';

/** What a site or a hall states of its building for itself. */
export const ownBuilding = differing(buildingStages, usual)
  .optional()
  .meta({ description: 'Building where it differs.', absent: usual });

const ofKind = differing(buildingStages, 'as in `construction.building`').optional();

/** Stages of the kinds that are no new build. */
export const buildingKinds = z.strictObject({
  conversion: ofKind.meta({
    description: 'Stages of a hall that is converted, where they differ.',
    absent: 'no hall may be a conversion',
  }),
  tent: ofKind.meta({
    description: 'Stages of a tent, where they differ.',
    absent: 'no hall may be a tent',
  }),
});

/** Weather that stops work in the open. */
export const weather = z.strictObject({
  rate: uncertain('event/site/year', { max: 366 }).meta({
    description: 'How often it strikes a site.',
    examples: ['catalog:disruptions.site-weather-rate'],
  }),
  loss: uncertain('duration').meta({
    description: 'Working days lost each time.',
    examples: ['catalog:disruptions.site-weather-loss'],
  }),
  seasons: seasons.optional().meta({
    description: 'Parts of the year in which it happens.',
    absent: 'any day',
    examples: [[{ from: '11-01', to: '03-31' }]],
  }),
});

/** Labour that the sites of a region share. */
export const regions = z.array(
  z.strictObject({
    name: nameText().meta({ description: 'Name of the region, as sites give it.', examples: ['Texas'] }),
    commissioningTeams: count('team', { min: 1 })
      .optional()
      .meta({
        description: 'Teams for L4 and L5 that its sites share.',
        absent: 'those of the provider',
        examples: ['2 team'],
      }),
    earlyTeams: count('team', { min: 1 })
      .optional()
      .meta({
        description: 'Teams for L2 and L3 that its sites share.',
        absent: 'as many as it takes',
        examples: ['2 team'],
      }),
    trades: count('crew', { min: 1 })
      .optional()
      .meta({
        description: 'Trade crews for fit-out that its sites share.',
        absent: 'as many as it takes',
        examples: ['6 crew'],
      }),
  }),
);

export type HallKind = z.output<typeof hallKind>;
