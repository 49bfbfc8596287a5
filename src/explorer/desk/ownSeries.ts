import type { Column, PointRecords } from '../../experiment/index.ts';

/** The series of whoever a milestone is of: the first tenant's, or those of the tenant that it names. */
export interface OwnSeries {
  readonly gpus: Column | undefined;
  readonly spend: Column | undefined;
  /** GPUs that the contract buys. */
  readonly contract: string;
}

/** The series by which a milestone is read. */
export function ownSeries({ outputs }: PointRecords, milestone: Column | undefined): OwnSeries {
  const tenant = milestone?.key?.['tenant'];
  const series = (name: string): Column | undefined =>
    outputs.columns.find(({ table, measure, key, ...column }) =>
      tenant === undefined
        ? column.name === name
        : table === 'tenants' && measure === name && key?.['tenant'] === tenant,
    );
  return {
    gpus: series('gpus'),
    spend: series('spend'),
    contract: tenant === undefined ? 'contract_gpus' : `contract_gpus:${tenant}`,
  };
}
