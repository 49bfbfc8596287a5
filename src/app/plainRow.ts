import type { DesignRow } from '../design/index.ts';

/** A row of a design that changes nothing. */
export function plainRow(name: string): DesignRow {
  return { name, settings: {}, inputs: {}, atPlan: [] };
}
