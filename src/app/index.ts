export { loadScenarioFile } from './loadScenarioFile.ts';
export { replayFolder, replayReplication, type ReplayResult } from './replayFolder.ts';
export { rolloutScenarioModel } from './rollout.ts';
export { runScenario, scenarioOf } from './runScenario.ts';
export { runToFolder, type RunOptions, type RunResult } from './runToFolder.ts';
export { ownModel, type ScenarioModel } from './scenarioModel.ts';
