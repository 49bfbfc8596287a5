import { countText, roundedText } from '../../../src/wording/index.ts';
import type { DescribedLine, DescribedPart } from '../../../src/experiment/model.ts';
import type { Distribution } from '../../../src/random/index.ts';
import { dateOfDay } from '../../../src/record/index.ts';
import { firmMegawatts } from '../power/firm.ts';
import type { DedicatedSite, RolloutScenario, Site } from '../scenario.ts';
import { earliestReady, whatIsLow } from '../sites/earliestReady.ts';
import { siteRacks } from '../sites/siteRacks.ts';
import { flowText } from './flowText.ts';
import { neededRacksText } from './neededRacksText.ts';
import { daysText, percentText, rangeText } from './rangeText.ts';

const MIDDLE = { hall: 0.5, rack: 0.5 };

/** Where the racks go: each site, its megawatts, when it begins, and how many racks it holds. */
export function sitesDescribed(scenario: RolloutScenario): DescribedPart {
  const { sites, provider } = scenario;
  const racks = sites.reduce((sum, site) => sum + siteRacks(scenario, site, MIDDLE), 0);
  const builds = sites.some(({ kind }) => kind === 'dedicated');
  return {
    title: 'Sites',
    lines: [
      ...sites.map((site): DescribedLine => ({
        what: site.name,
        text: `${siteText(scenario, site)}. ${roomText(scenario, site)}`,
      })),
      {
        what: 'all together',
        text: `room for about ${countText(racks, 'rack')}; ${neededRacksText(scenario)}`,
      },
      ...(builds
        ? [
            {
              what: 'builder',
              text: `${provider.name}, ${paceText(provider.pace)}`,
            },
          ]
        : []),
    ],
  };
}

function siteText(scenario: RolloutScenario, site: Site): string {
  switch (site.kind) {
    case 'reassigned':
      return `a fleet of ${rangeText(site.gpus)} GPUs that serves others is handed over within ${daysText(site.over)}`;
    case 'ready':
      return `existing halls: ${roundedText(site.initial)} MW from ${site.from}, ${rangeText(site.monthly)} MW more each month, up to ${rangeText(site.ceiling)} MW`;
    case 'retrofit':
      return `${countText(site.halls.length, 'existing hall')} of ${roundedText(megawatts(site.halls))} MW in all, converted from ${site.halls.map(({ start }) => start).sort()[0]} on`;
    case 'flow':
      return flowText(site);
    case 'dedicated':
      return `a campus of ${roundedText(megawatts(site.halls))} MW in ${countText(site.halls.length, 'hall')}, land cleared on ${site.start}; ${powerText(scenario, site)}`;
  }
}

function megawatts(halls: readonly { readonly power: number }[]): number {
  return halls.reduce((sum, hall) => sum + hall.power, 0);
}

const REGIMES = {
  open: 'from the open market',
  reserved: 'in reserved slots',
  held: 'held in store',
} as const;

function powerText({ construction }: RolloutScenario, { power }: DedicatedSite): string {
  const { connection, bridging = [], downgrades = [] } = power;
  const carries = power.temporaryPower ?? construction.temporaryPower ?? 'L3';
  const firm = firmMegawatts(power, power.units);
  return [
    ...(connection === undefined ? [] : [`${connection.utility}, asked on ${connection.requested}`]),
    `${countText(power.units, 'transformer')} of ${roundedText(power.unitRating)} MVA ${REGIMES[power.regime]}, ${roundedText(firm)} MW at full build`,
    ...bridging.map(
      ({ name, power: size, trigger }) =>
        `${name} of ${roundedText(size)} MW ${trigger.kind === 'date' ? `ordered on ${trigger.on}` : `ordered when a hall has waited ${daysText(trigger.after)}`}, ${carries === 'service' ? 'which racks may run on' : 'which no rack runs on'}`,
    ),
    ...downgrades.map(
      ({ name, from, power: left, probability }) =>
        `${name}: ${roundedText(left)} MW from ${from}${probability === undefined ? '' : `, with a probability of ${rangeText(probability, { text: percentText })}`}`,
    ),
  ].join('; ');
}

/** How many racks it holds, and when the first can stand there at best. */
function roomText(scenario: RolloutScenario, site: Site): string {
  const racks = `About ${countText(siteRacks(scenario, site, MIDDLE), 'rack')}`;
  if (site.kind === 'ready' || site.kind === 'reassigned') return racks;
  const first = earliestReady(scenario, site);
  if (!Number.isFinite(first)) return `${racks}; none can ever stand there`;
  if (first <= 0) return `${racks}; the first may go in on the first day`;
  const date = dateOfDay(scenario.start, Math.ceil(first));
  return `${racks}; the first not before ${date}, with ${whatIsLow(scenario, [site])}`;
}

function paceText(pace: Distribution): string {
  return pace.kind === 'constant' && pace.value === 1
    ? 'at the usual durations'
    : `at ${rangeText(pace)} times the usual durations`;
}
