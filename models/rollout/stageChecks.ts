import { median, survival } from '../../src/random/index.ts';
import type { Stage } from '../../src/scenario/index.ts';
import { dayNumber } from './calendars.ts';
import type { Path, Refuse } from './refuse.ts';
import type { RolloutScenario } from './scenario.ts';

// Stages of a building that follow the provider's pace, beside all of a substation.
const PACED: ReadonlySet<string | number> = new Set(['sitePreparation', 'shell', 'fitOut']);

function isPaced(path: Path): boolean {
  return path.includes('substation') || path.includes('stages') || PACED.has(path.at(-1)!);
}

/** Refuses stages that started so long before the as-of date that, by their duration, they must be over. */
export function checkStages(scenario: RolloutScenario, refuse: Refuse): void {
  const pace = median(scenario.provider.pace);
  const check = ({ duration, started, finished }: Stage, path: Path): void => {
    if (started === undefined || finished !== undefined || started > scenario.asOf) return;
    const elapsed = dayNumber(started, scenario.asOf);
    const factor = isPaced(path) ? pace : 1;
    if (survival(duration, elapsed / factor) > 0) return;
    refuse(
      [...path, 'started'],
      `expected a stage that may be unfinished on ${scenario.asOf}, ${elapsed} days after it started, got one that by its duration is over: give its finished date`,
    );
  };
  const visit = (value: unknown, path: Path): void => {
    if (Array.isArray(value)) value.forEach((item, index) => visit(item, [...path, index]));
    else if (typeof value === 'object' && value !== null) {
      if (isStage(value)) check(value, path);
      else for (const [key, inner] of Object.entries(value)) visit(inner, [...path, key]);
    }
  };
  visit(scenario, []);
}

function isStage(value: object): value is Stage {
  return 'duration' in value && 'started' in value;
}
