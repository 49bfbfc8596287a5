export { ACTIVITIES, type Activity } from './activities.ts';
export { CAUSES, type Cause } from './causes.ts';
export { milestoneNames } from './milestoneNames.ts';
export { rollout } from './rollout.ts';
export type { RolloutScenario } from './scenario.ts';
export { scenarioSchema } from './scenarioSchema.ts';
export { simulateRollout, type RolloutRun } from './simulate.ts';
