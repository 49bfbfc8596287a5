import type { Model } from '../../src/experiment/model.ts';
import { CAUSE_GROUPS, CAUSES } from './causes.ts';
import { dealRemovals } from './market/dealRemovals.ts';
import { newRacks } from './deployment/racks.ts';
import { describeRollout } from './description/description.ts';
import { explainRollout } from './explained.ts';
import { uncertainInputs } from './inputs.ts';
import { orderOptions } from './orderOptions.ts';
import { outputsOf, rolloutOutputs } from './outputs.ts';
import { relaxations } from './relaxations.ts';
import { stepsTogether } from './stepsTogether.ts';
import { recordedValues, rolloutRecord } from './record.ts';
import type { RolloutScenario } from './scenario.ts';
import { scenarioTables } from './scenarioTables.ts';
import { simulateRollout } from './simulate.ts';
import { withFlowSites } from './sites/flowSites.ts';
import { withImpliedActuals } from './sites/impliedActuals.ts';
import { rolloutWarnings } from './warnings/warnings.ts';

/** The phased rollout of GPU capacity under one contract: chips, power, halls, crews and acceptance, rack by rack. */
export const rollout: Model<RolloutScenario> = {
  name: 'rollout',
  version: '3',
  causes: CAUSES,
  causeGroups: CAUSE_GROUPS,
  outputs: rolloutOutputs,
  inputs: uncertainInputs,
  relaxations,
  stepsTogether,
  removals: dealRemovals,
  orders: orderOptions,
  explain: (simulation, scenario, streams, gpus) =>
    explainRollout(simulation, withImpliedActuals(scenario), streams, gpus),
  warnings: (scenario) => rolloutWarnings(withFlowSites(scenario)),
  describe: (scenario) => describeRollout(withFlowSites(scenario)),
  run: (simulation, scenario, streams) =>
    rolloutRecord(simulateRollout(simulation, withImpliedActuals(scenario), streams)),
  prepared: (given) => {
    const scenario = withFlowSites(withImpliedActuals(given));
    const kept = { tables: scenarioTables(scenario), racks: newRacks(0) };
    const outputs = outputsOf(scenario);
    return (simulation, streams) =>
      recordedValues(simulateRollout(simulation, scenario, streams, kept), outputs);
  },
};
