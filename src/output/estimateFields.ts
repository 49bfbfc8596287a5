import type { Estimate } from '../statistics/index.ts';
import type { TableField } from './table.ts';

/** The columns `name`, `name_low` and `name_high`. */
export function estimateFields(
  name: string,
  type: 'number' | 'date',
  description: string,
  unit?: string,
): TableField[] {
  const common = unit === undefined ? { type } : { type, unit };
  return [
    { name, ...common, description },
    { name: `${name}_low`, ...common, description: `${description}: lower end of the 95 % interval` },
    { name: `${name}_high`, ...common, description: `${description}: upper end of the 95 % interval` },
  ];
}

/** The three numbers in the order of `estimateFields`; rounding never puts the estimate outside its interval. */
export function estimateCells({ estimate, low, high }: Estimate): (number | undefined)[] {
  if (estimate === undefined) return [estimate, low, high];
  return [
    estimate,
    low === undefined ? undefined : Math.min(low, estimate),
    high === undefined ? undefined : Math.max(high, estimate),
  ];
}
