import { levelsOf, levelValue, type DesignRow, type Factor } from '../design/index.ts';
import { canonicalJson } from '../experiment/index.ts';
import { ScenarioError, type Refusal, type Setting } from '../scenario/index.ts';

export type Path = readonly PropertyKey[];
export type Settings = Readonly<Record<string, Setting>>;

// So many take seconds; a sweep looks at all of them before it runs.
export const MOST_LOADS = 200;

/** Points that are no scenario, and values of a factor that are one. */
export function pointProblems<S>(
  rows: readonly DesignRow[],
  { factors, load }: { factors: readonly Factor[]; load: (settings: Settings) => S },
): Refusal[] {
  const problems = new Map<string, Refusal>();
  const report = (refusal: Refusal): void => {
    const key = JSON.stringify(refusal.path);
    if (!problems.has(key)) problems.set(key, refusal);
  };
  const loaded = new Map<string, S | ScenarioError>();
  const tried = (settings: Settings): S | ScenarioError => {
    const key = JSON.stringify(settings);
    const found = loaded.get(key) ?? attempt(() => load(settings));
    loaded.set(key, found);
    return found;
  };
  for (const { settings } of rows) {
    if (loaded.size >= MOST_LOADS) break;
    const found = tried(settings);
    if (!(found instanceof ScenarioError)) continue;
    const alone = factors.findIndex(
      ({ name }) => name in settings && tried({ [name]: settings[name]! }) instanceof ScenarioError,
    );
    report(
      alone < 0
        ? { path: ['sweep', 'factors'], message: `${textOf(settings)}: ${said(found, '')}` }
        : refusalOf(factors[alone]!, alone, settings[factors[alone]!.name]!, tried),
    );
  }
  if (problems.size === 0) repeatedValues(factors, tried).forEach(report);
  return [...problems.values()];
}

function refusalOf<S>(
  factor: Factor,
  index: number,
  setting: Setting,
  tried: (settings: Settings) => S | ScenarioError,
): Refusal {
  const error = tried({ [factor.name]: setting }) as ScenarioError;
  const path = ['sweep', 'factors', index];
  const message = said(error, factor.name);
  if (error.issues[0]!.message.startsWith('unknown ')) return { path: [...path, 'vary'], message };
  return factor.kind === 'values'
    ? { path: [...path, 'values', factor.values.indexOf(setting)], message }
    : { path: [...path, 'range'], message };
}

/** Values that are written otherwise and mean the same, such as 50 % and 0.5: one point twice. */
function repeatedValues<S>(
  factors: readonly Factor[],
  tried: (settings: Settings) => S | ScenarioError,
): Refusal[] {
  return factors.flatMap((factor, index) => {
    if (factor.kind !== 'values') return [];
    const seen = new Map<string, Path>();
    return levelsOf(factor).flatMap((level, place) => {
      const scenario = tried({ [factor.name]: levelValue(level) });
      if (scenario instanceof ScenarioError) return [];
      const path = ['sweep', 'factors', index, 'values', place];
      const key = canonicalJson(scenario);
      const first = seen.get(key);
      if (first === undefined) seen.set(key, path);
      return first === undefined
        ? []
        : [
            {
              path,
              message: `expected values that differ, got "${levelValue(level)}", the same again`,
              first,
            },
          ];
    });
  });
}

function attempt<S>(load: () => S): S | ScenarioError {
  try {
    return load();
  } catch (error) {
    if (error instanceof ScenarioError) return error;
    throw error;
  }
}

/** What a refused setting comes to; where it is wrong elsewhere than at its own path, that too. */
function said({ issues: [issue] }: ScenarioError, name: string): string {
  const { path, message } = issue!;
  return path === name || message.startsWith('unknown ') ? message : `${path}: ${message}`;
}

function textOf(settings: Settings): string {
  return Object.entries(settings)
    .map(([name, value]) => `${name}=${value}`)
    .join(', ');
}
