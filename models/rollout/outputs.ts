import type { Outputs } from '../../src/record/index.ts';
import { monthEnds } from './calendars.ts';
import { displacedOutputs } from './capacity/displacedOutputs.ts';
import { financeOutputs } from './contract/financeOutputs.ts';
import { spendOutputs } from './contract/spendOutputs.ts';
import { usageOutputs } from './contract/usageOutputs.ts';
import { idleOutputs } from './deployment/idleOutputs.ts';
import { rackOutputs } from './deployment/rackOutputs.ts';
import { serviceOutputs } from './deployment/serviceOutputs.ts';
import { lockInOutputs } from './gravity/lockInOutputs.ts';
import { horizonDays } from './horizon.ts';
import { inputOutputs } from './inputOutputs.ts';
import { lotOutputs } from './market/lotOutputs.ts';
import { partyOutputs } from './market/partyOutputs.ts';
import { providerOutputs } from './market/providerOutputs.ts';
import { milestoneOutputs } from './market/milestoneOutputs.ts';
import { needOutputs } from './market/needOutputs.ts';
import { shortfallOutputs } from './market/shortfallOutputs.ts';
import { tenantOutputs } from './market/tenantOutputs.ts';
import { milestoneNames } from './milestoneNames.ts';
import { enoughFor } from './observed/enough.ts';
import { observedOutputs } from './observed/observedOutputs.ts';
import type { RolloutOutput } from './output.ts';
import { switchingOutputs } from './power/switchingOutputs.ts';
import type { RolloutScenario } from './scenario.ts';
import { withFlowSites } from './sites/flowSites.ts';
import { attributionOutputs } from './tally/attributionOutputs.ts';
import { TITLES } from './titles.ts';
import { bindingOutputs } from './tally/bindingOutputs.ts';
import { dwellOutputs } from './tally/dwellOutputs.ts';
import { eventOutputs } from './tally/eventOutputs.ts';
import { progressOutputs } from './tally/progressOutputs.ts';
import { siteOutputs } from './tally/siteOutputs.ts';
import { siteStageOutputs } from './tally/siteStageOutputs.ts';

/** Declares every column of a rollout's record. */
export function rolloutOutputs(given: RolloutScenario): Outputs {
  const scenario = withFlowSites(given);
  const horizon = horizonDays(scenario);
  return {
    startDate: scenario.start,
    horizonDays: horizon,
    gridDays: monthEnds(scenario.start, horizon),
    asOf: scenario.asOf,
    ...enoughFor(scenario),
    columns: outputsOf(scenario).map(({ column }) => column),
    titles: TITLES,
  };
}

/** The outputs of all rooms, in the order of their columns. */
export function outputsOf(scenario: RolloutScenario): RolloutOutput[] {
  const milestones = milestoneNames(scenario);
  return [
    ...needOutputs(),
    ...inputOutputs(scenario),
    ...serviceOutputs(scenario),
    ...rackOutputs(),
    ...idleOutputs(),
    ...displacedOutputs(),
    ...usageOutputs(),
    ...lotOutputs(),
    ...eventOutputs(),
    ...milestoneOutputs(scenario),
    ...shortfallOutputs(milestones),
    ...attributionOutputs(milestones),
    ...tenantOutputs(scenario),
    ...providerOutputs(scenario),
    ...partyOutputs(scenario),
    ...progressOutputs(scenario),
    ...spendOutputs(scenario),
    ...financeOutputs(scenario),
    ...lockInOutputs(scenario),
    ...switchingOutputs(scenario),
    ...bindingOutputs(),
    ...dwellOutputs(),
    ...siteOutputs(scenario),
    ...siteStageOutputs(scenario),
    ...observedOutputs(scenario),
  ];
}
