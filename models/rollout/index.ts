export { ACTIVITIES, type Activity } from './activities.ts';
export { CAUSES, type Cause } from './causes.ts';
export { milestoneNames } from './outputs.ts';
export { rollout } from './rollout.ts';
export { scenarioSchema, type RolloutScenario } from './scenario.ts';
export { simulateRollout, type RolloutRun } from './simulate.ts';
