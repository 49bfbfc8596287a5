import { createHash } from 'node:crypto';
import { join } from 'node:path';
import {
  readRecord,
  readRollouts,
  simulatedTimes,
  type Rollouts,
  type SimulatedSite,
} from '../../models/calibration/index.ts';
import { scenarioSchema, type RolloutScenario } from '../../models/rollout/index.ts';
import { announceInputFile, InputError, packageRoot } from '../experiment/index.ts';
import { isCalendarDate } from '../kernel/index.ts';
import { loadScenarioFile } from './loadScenarioFile.ts';
import { scenarioText } from './scenarioText.ts';

/** Dated rollouts, where they come from, and what identifies them. */
export interface RolloutFile extends Rollouts {
  readonly file: string;
  readonly text: string;
  /** SHA-256 of the text. */
  readonly hash: string;
}

/** The project's own table of the record. */
const RECORD = join('models', 'calibration', 'record.csv');

/**
 * Reads dated rollouts up to an as-of date; without a file the table that this package ships.
 *
 * @throws InputError when there is no such file or nothing in it is known by then, ScenarioError with every problem
 *   and its line.
 */
export function readRolloutFile({
  rollouts,
  asOf,
}: {
  rollouts?: string | undefined;
  asOf?: string | undefined;
}): RolloutFile {
  if (asOf !== undefined && !isCalendarDate(asOf))
    throw new InputError(`as-of: ${asOf}, expected a date such as 2026-08-01`);
  const path = rollouts ?? join(packageRoot(), RECORD);
  const text = scenarioText(path, 'dated rollouts');
  if (text === undefined) throw new InputError(`${path}: no such file, expected dated rollouts`);
  announceInputFile({ path, text });
  const file = rollouts ?? RECORD;
  const read = rollouts === undefined ? readRecord : readRollouts;
  const known = read(text, { file, asOf });
  if (!known.sites.some(({ hasFirstBlock, seenDays }) => hasFirstBlock && seenDays > 0))
    throw new InputError(
      `${file}: no site whose first block could be timed by ${known.asOf}, expected at least one that begins without power before that day`,
    );
  return { ...known, file, text, hash: createHash('sha256').update(text).digest('hex') };
}

/** Simulates every site with the rooms of the rollout, and where its kind is no new build, as one too. */
export function simulateSites(
  { sites }: Rollouts,
  {
    draws,
    seed,
    watch = () => {},
  }: { draws: number; seed: string; watch?: ((done: number, of: number) => void) | undefined },
): SimulatedSite[] {
  const template = campusTemplate();
  return sites.map((site, index) => {
    const simulatedAsGreenfield = simulatedTimes(template, { ...site, kind: 'greenfield' }, { draws, seed });
    const simulated =
      site.kind === 'greenfield' ? simulatedAsGreenfield : simulatedTimes(template, site, { draws, seed });
    watch(index + 1, sites.length);
    return { site, simulated, simulatedAsGreenfield };
  });
}

/** The campus of each kind, of which every site of the record is one. */
export function campusTemplate(): RolloutScenario {
  const file = join(packageRoot(), 'models', 'scenarios', 'campuses-of-record.yaml');
  return loadScenarioFile({ file, schema: scenarioSchema }).scenario;
}
