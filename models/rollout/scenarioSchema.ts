import { scenarioShape } from './scenario.ts';
import { checkScenario } from './scenarioChecks.ts';

/** The rollout scenario language: what an analyst writes, with units; durations come out in days, powers in MW. */
export const scenarioSchema = scenarioShape.superRefine(checkScenario);
