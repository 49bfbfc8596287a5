import { USUAL_STEP } from '../../src/design/relaxation.ts';
import type { Relaxation } from '../../src/design/index.ts';
import { constant, quantile } from '../../src/random/index.ts';
import { bridgingSteps } from './bridgingSteps.ts';
import { earlierOrders } from './earlierOrders.ts';
import { earlierStart } from './earlierStart.ts';
import { shorterLeadTimes } from './shorterLeadTimes.ts';
import { dealRemovals } from './market/dealRemovals.ts';
import { percent, step, whole, type Part } from './relaxationStep.ts';
import type { RolloutScenario } from './scenario.ts';
import { INPUT_TITLES } from './titles.ts';

/** Who can make a step. */
const PROVIDER = 'provider';
const VENDOR = 'vendor';
const UTILITY = 'utility';
const TENANT = 'tenant';

/**
 * A step for each constraint of a scenario, all of one size: so much more of a rate, a share or a capacity, or so
 * much less of a duration. A day that is moved earlier is moved to the as-of date at most: what lies behind that is
 * past.
 *
 * What cannot be had in parts is removed, and its step says so. Only steps that the scenario can make are there: no
 * outage windows to remove where there are none, no share of 100 % to raise. A range is scaled as a whole, whatever its
 * form.
 *
 * @param size part of itself by which each changes, between 0 and 1
 */
export function relaxations(scenario: RolloutScenario, size: number = USUAL_STEP): Relaxation[] {
  return [
    ...chips(scenario, size),
    ...earlierOrders(scenario, size),
    ...shorterLeadTimes(scenario, size),
    ...bridgingSteps(scenario, size),
    ...halls(scenario, size),
    ...earlierStart(scenario, size),
    ...work(scenario, size),
    ...connections(scenario, size),
    ...policies(scenario, size),
    ...deals(scenario),
  ];
}

function chips({ chips: own, product, contract, deployment }: RolloutScenario, size: number): Relaxation[] {
  const { wafer, packaging, tray, rack } = own.pipeline;
  const days = { unit: 'days' };
  return [
    ...step(INPUT_TITLES.tenantCap, PROVIDER, size, [['chips.tenantCap', own.tenantCap, { max: 1 }]]),
    ...step(INPUT_TITLES.rackScalePart, PROVIDER, size, [
      ['chips.rackScalePart', own.rackScalePart, { max: 1 }],
    ]),
    ...step(INPUT_TITLES.providerShare, VENDOR, size, [
      ['chips.providerShare', own.providerShare, { max: 1 }],
    ]),
    ...lots(own.output, size),
    ...step('time from wafer to rack', VENDOR, -size, [
      ['chips.pipeline.wafer', wafer, days],
      ['chips.pipeline.packaging', packaging, days],
      ['chips.pipeline.tray', tray, days],
      ['chips.pipeline.rack', rack, days],
    ]),
    ...step('freight of racks', VENDOR, -size, [['chips.freight', own.freight, days]]),
    ...step(INPUT_TITLES.facilityPower, VENDOR, -size, [
      ['product.facilityPower', product.facilityPower, { unit: 'kW/gpu' }],
    ]),
    ...step(INPUT_TITLES.reworkShare, VENDOR, -size, [['deployment.reworkShare', deployment.reworkShare]]),
    ...smallerContract(contract, size),
  ];
}

/** Racks are whole: of a small lot a tenth is one. */
function lots(output: RolloutScenario['chips']['output'], size: number): Relaxation[] {
  if (output.kind !== 'lots') return [];
  const racks = Math.max(output.racks + 1, Math.round(output.racks * (1 + size)));
  const share = percent(Number((racks / output.racks - 1).toPrecision(3)));
  const settings = { 'chips.output.racks': `${racks} rack` };
  return [{ name: 'racks of a lot', step: `${share} more`, by: VENDOR, settings }];
}

/** Fewer GPUs: stated as a number, or as the commitment that buys them. */
function smallerContract({ gpus, commitment }: RolloutScenario['contract'], size: number): Relaxation[] {
  const smaller =
    gpus === 'derived'
      ? { 'contract.commitment': `$${Number((commitment * (1 - size)).toPrecision(12))}` }
      : { 'contract.gpus': `${Math.round(gpus * (1 - size))} gpu` };
  return [{ name: 'size of the contract', step: `${percent(size)} less`, by: TENANT, settings: smaller }];
}

function halls({ sites }: RolloutScenario, size: number): Relaxation[] {
  const flow = sites.flatMap((site): Part[] =>
    site.kind === 'ready'
      ? [
          [`sites.${site.name}.monthly`, site.monthly, { unit: 'MW/month' }],
          [`sites.${site.name}.ceiling`, site.ceiling, { unit: 'MW' }],
        ]
      : [],
  );
  return step(INPUT_TITLES.hallShare, PROVIDER, size, flow);
}

function work({ provider, construction, deployment }: RolloutScenario, size: number): Relaxation[] {
  const { l2, l3, flush, l4l5 } = construction.commissioning;
  const days = { unit: 'days' };
  return [
    ...step(INPUT_TITLES.pace, PROVIDER, -size, [['provider.pace', provider.pace]]),
    ...step('commissioning time of a hall', PROVIDER, -size, [
      ['construction.commissioning.l2', whole(l2), days],
      ['construction.commissioning.l3', whole(l3), days],
      ['construction.commissioning.flush', whole(flush), days],
      ['construction.commissioning.l4l5', whole(l4l5), days],
    ]),
    ...step('install rate of the crews', PROVIDER, size, [
      ['deployment.racksPerDay', deployment.racksPerDay, { unit: 'rack/day' }],
    ]),
    ...step('acceptance time', TENANT, -size, [
      ['deployment.podAcceptance', deployment.podAcceptance, days],
      ['deployment.acceptance', deployment.acceptance, days],
    ]),
  ];
}

function connections({ construction, calendars, sites }: RolloutScenario, size: number): Relaxation[] {
  const days = { unit: 'days' };
  const mayNeedUpgrade = sites.some(
    (site) => site.kind === 'dedicated' && quantile(site.power.upgradeProbability, 0.9) > 0,
  );
  const grid = (construction.connections ?? []).flatMap(
    ({ name, study, agreement, service, requestToService }) =>
      Object.entries({ study, agreement, service, requestToService }).map(([stage, known]): Part => [
        `construction.connections.${name}.${stage}`,
        whole(known),
        days,
      ]),
  );
  return [
    ...step('time of the grid connection', UTILITY, -size, grid),
    ...step('time of the network upgrade', UTILITY, -size, [
      ['construction.networkUpgrade', mayNeedUpgrade ? whole(construction.networkUpgrade) : undefined, days],
    ]),
    ...(calendars.outages === 'in-windows'
      ? [{ name: 'outage windows', step: ALL, by: UTILITY, settings: { 'calendars.outages': 'any-day' } }]
      : []),
  ];
}

function policies({ policies: { order, divert } }: RolloutScenario, size: number): Relaxation[] {
  return [
    ...(order.kind === 'push'
      ? []
      : step('lead with which chips are requested', PROVIDER, size, [
          ['policies.order.buffer', constant(order.buffer), { unit: 'days' }],
        ])),
    ...(divert.kind === 'never'
      ? []
      : [
          {
            name: 'racks given to others',
            step: ALL,
            by: PROVIDER,
            settings: { 'policies.divert.kind': 'never' },
          },
        ]),
  ];
}

function deals(scenario: RolloutScenario): Relaxation[] {
  return dealRemovals(scenario).removals.map(({ name, ways: [vanish] }) => ({
    name: `deal ${name}`,
    step: ALL,
    by: TENANT,
    settings: vanish!.settings,
  }));
}

const ALL = 'removed: all or nothing';
