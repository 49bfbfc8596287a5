import { listText } from '../../wording/index.ts';
import type { Column, PointRecords, Records } from '../../record/index.ts';
import type { Fleet } from '../picture.ts';
import { bandsOf } from './bands.ts';

/** Keys of the series that say whose a fleet is. */
const OWNERS = ['tenant', 'provider'] as const;

/** The series that are GPUs in service of one tenant, one provider, or one tenant at one provider. */
export function fleetColumns({ outputs }: PointRecords): Column[] {
  return outputs.columns.filter(
    ({ kind, measure, key }) => kind === 'series' && measure === 'gpus' && ownersOf(key).length > 0,
  );
}

/** Whose fleet a series is: `first`, or `first at north` where the series says both and the name does not yet. */
export function fleetName({ key }: Pick<Column, 'key'>): string {
  const [first = '', ...others] = ownersOf(key);
  return [first, ...others.filter((provider) => !first.endsWith(` at ${provider}`))].join(' at ');
}

/** Fleets over time by owner; none where a scenario has one tenant. */
export function fleetsOf(records: Records): Fleet[] {
  return fleetColumns(records.points[0]!).map((column) => ({
    column: column.name,
    name: fleetName(column),
    by: listText(OWNERS.filter((owner) => column.key?.[owner] !== undefined)),
    fan: bandsOf(records, column),
  }));
}

function ownersOf(key: Column['key']): string[] {
  return OWNERS.flatMap((owner) => key?.[owner] ?? []);
}
