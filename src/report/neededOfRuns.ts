import { WEIGHT, type ResultsField } from '../answer/index.ts';
import type { Role } from '../record/index.ts';

/** What a report says of single replications, beside the dates of their milestones. */
const ROLES: ReadonlySet<string | undefined> = new Set<Role>(['asked', 'spend over term', 'unfinished']);

/**
 * The columns of `runs.csv` that a report reads. Of a model with milestones these are few, however many it records;
 * of one without, the report tells the mean of every number.
 *
 * @param fields what the data package says of them; none where it is missing
 */
export function neededOfRuns(head: readonly string[], fields: readonly ResultsField[]): ReadonlySet<string> {
  const types = new Map(fields.map(({ name, type }) => [name, type]));
  const isDate = (name: string): boolean =>
    (types.get(name) ?? (name.endsWith('_date') && 'date')) === 'date';
  if (!head.some(isDate)) return new Set(head);
  const told = fields.filter(({ role }) => ROLES.has(role)).map(({ name }) => name);
  return new Set(['point', WEIGHT, ...told, ...head.filter(isDate)]);
}
