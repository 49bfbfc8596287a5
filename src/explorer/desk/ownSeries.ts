import { columnFor, type Column, type PointRecords, type Role } from '../../record/index.ts';

/** The outputs of whoever a milestone is of: the first tenant's, or those of the tenant that it names. */
export interface OwnSeries {
  readonly gpus: Column | undefined;
  readonly spend: Column | undefined;
  /** GPUs that the contract buys. */
  readonly asked: Column | undefined;
}

/** The outputs by which a milestone is read. */
export function ownSeries({ outputs }: PointRecords, milestone: Column | undefined): OwnSeries {
  const { columns } = outputs;
  const tenant = milestone?.key?.['tenant'];
  const own = (role: Role, measure: string): Column | undefined =>
    tenant === undefined
      ? columnFor(role, columns)
      : columns.find(
          ({ table, key, ...column }) =>
            table === 'tenants' && column.measure === measure && key?.['tenant'] === tenant,
        );
  return {
    gpus: own('progress', 'gpus'),
    spend: own('spend', 'spend'),
    asked:
      tenant === undefined
        ? columnFor('asked', columns)
        : columns.find(({ name }) => name === `contract_gpus:${tenant}`),
  };
}
