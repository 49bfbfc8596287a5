import type { RolloutScenario } from '../rollout/index.ts';
import type { SiteKind } from './siteOfRecord.ts';

// So long after its start nothing of a campus is asked for any more.
const YEARS = 20;

/**
 * The scenario of one site of the record, as a planner saw it on its first day: the campus of its kind, begun on that
 * day.
 *
 * `template` has a dedicated site named after every kind. Nothing of the site itself goes in but its name, under
 * which it draws, its kind and its start.
 */
export function campusScenario(
  template: RolloutScenario,
  { name, kind, start }: { name: string; kind: SiteKind; start: string },
): RolloutScenario {
  const campus = template.sites.find((site) => site.name === kind);
  if (campus?.kind !== 'dedicated')
    throw new RangeError(`scenario ${template.name}: no dedicated site "${kind}", expected one of each kind`);
  const { bridging } = campus.power;
  const power = {
    ...campus.power,
    bridging: bridging?.map((source) =>
      source.trigger.kind === 'date' ? { ...source, trigger: { ...source.trigger, on: start } } : source,
    ),
  };
  const { output } = template.chips;
  return {
    ...template,
    // The record is fitted to the chain alone.
    provider: { ...template.provider, tempo: undefined },
    start,
    asOf: start,
    horizon: `${Number(start.slice(0, 4)) + YEARS}-12-31`,
    target: { ...template.target, by: `${Number(start.slice(0, 4)) + YEARS}-12-31` },
    chips: {
      ...template.chips,
      output:
        output.kind === 'series'
          ? { ...output, quarters: [{ ...output.quarters[0]!, from: start }] }
          : output,
    },
    sites: [{ ...campus, name, start, power }],
  };
}
