import type { DescribedLine, DescribedPart } from '../../../src/experiment/model.ts';
import { observedTotals } from '../observed/totals.ts';
import type { RolloutScenario } from '../scenario.ts';
import { stageInWords } from '../sites/stageInWords.ts';

/** What has happened by the as-of date: every stage that has begun or ended. */
export function knownDescribed(scenario: RolloutScenario): DescribedPart {
  const lines: DescribedLine[] = [];
  const visit = (value: unknown, path: readonly string[]): void => {
    if (Array.isArray(value))
      value.forEach((item, index) => visit(item, [...path, nameOf(item) ?? `${index + 1}`]));
    else if (typeof value === 'object' && value !== null && !ArrayBuffer.isView(value)) {
      const { started, finished } = value as { started?: unknown; finished?: unknown };
      if (typeof started === 'string' || typeof finished === 'string')
        lines.push({ what: placeInWords(path), text: datesText(started, finished) });
      else for (const [key, inner] of Object.entries(value)) visit(inner, [...path, key]);
    }
  };
  visit(scenario.construction, ['everywhere']);
  for (const { column } of observedTotals(scenario))
    lines.push({ what: 'observed', text: `${column.observation!.what}: ${column.observation!.source}` });
  for (const site of scenario.sites) visit({ ...site, name: undefined }, [site.name]);
  return { title: `Known on ${scenario.asOf}`, lines };
}

const PARTS: Readonly<Record<string, string>> = {
  halls: '',
  power: '',
  stages: 'substation',
  orders: 'order of transformers',
};

/** `dedicated-1, hall 1: building fit-out` of `dedicated-1`, `halls`, `hall 1`, `building`, `fitOut`. */
function placeInWords([site, ...path]: readonly string[]): string {
  const hall = path[0] === 'halls' ? path[1] : undefined;
  const rest = hall === undefined ? path : path.slice(2);
  const words = rest.map((part) => PARTS[part] ?? stageInWords(part)).filter((word) => word !== '');
  return `${site!}${hall === undefined ? '' : `, ${hall}`}: ${words.join(' ')}`;
}

function datesText(started: unknown, finished: unknown): string {
  const begun = typeof started === 'string' ? `begun on ${started}` : 'begun earlier';
  return typeof finished === 'string' ? `${begun}, done on ${finished}` : `${begun}, under way`;
}

function nameOf(item: unknown): string | undefined {
  const name = typeof item === 'object' && item !== null && 'name' in item ? item.name : undefined;
  return typeof name === 'string' ? name : undefined;
}
