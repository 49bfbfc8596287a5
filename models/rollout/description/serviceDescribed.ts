import { countText, roundedText } from '../../../src/wording/index.ts';
import type { DescribedPart } from '../../../src/experiment/model.ts';
import type { RolloutScenario } from '../scenario.ts';
import { crewsDescribed } from './crewsDescribed.ts';
import { daysText, percentText, rangeText } from './rangeText.ts';

/** How a rack at the dock comes into service. */
export function serviceDescribed(scenario: RolloutScenario): DescribedPart {
  const { podRacks, burnIn, reworkShare, rework, acceptance, outOfService } = scenario.deployment;
  return {
    title: 'From the dock into service',
    lines: [
      ...crewsDescribed(scenario),
      {
        what: 'burn-in',
        text: `${rangeText(burnIn, { text: daysText })}; ${rangeText(reworkShare, { text: percentText })} of racks fail it and take ${rangeText(rework, { text: daysText })} more`,
      },
      {
        what: 'acceptance',
        text: `in pods of ${countText(podRacks, 'rack')}; the cluster's shake-out takes ${rangeText(acceptance, { text: daysText })}`,
      },
      ...(outOfService === undefined
        ? []
        : [
            {
              what: 'out of service',
              text: `${rangeText(outOfService.firstYear, { text: percentText })} of accepted racks in their first year, ${rangeText(outOfService.later, { text: percentText })} later`,
            },
          ]),
    ],
  };
}

const PLACEMENTS = {
  'existing-first': 'existing halls first',
  'dedicated-first': 'dedicated campuses first',
  hold: 'held at the dock for a dedicated campus',
  balanced: 'pod by pod to the site whose crews are free first',
} as const;

/** What those who run the rollout decide. */
export function choicesDescribed({ policies, calendars }: RolloutScenario): DescribedPart {
  const { placement, order, divert, stagingLimit, returns = [] } = policies;
  const taken =
    order.kind === 'push'
      ? 'as they are allotted'
      : `for positions that are forecast to be there, up to ${daysText(order.buffer)} ahead`;
  const diverted =
    divert.kind === 'never'
      ? 'never given to others'
      : `given to others after ${daysText(divert.after)} at the dock${divert.repaid ? ', and made good later' : ''}`;
  return {
    title: 'Choices',
    lines: [
      { what: 'racks go to', text: PLACEMENTS[placement] },
      { what: 'racks are taken', text: taken },
      {
        what: 'racks that wait',
        text: `${diverted}${stagingLimit === undefined ? '' : `; at most ${roundedText(stagingLimit)} wait`}`,
      },
      ...returns.map(({ site, on }) => ({ what: site, text: `goes back on ${on}` })),
      {
        what: 'energizing',
        text: calendars.outages === 'any-day' ? 'on any day' : 'in outage windows only',
      },
    ],
  };
}
