import type { PointRecords, Records } from '../../record/index.ts';

/** A point by its name, or the first; throws on one that is not there. */
export function pointOf({ points }: Records, name: string = points[0].name): PointRecords {
  const found = points.find((point) => point.name === name);
  if (found !== undefined) return found;
  throw new Error(`point: ${name}, expected one of ${points.map((point) => point.name).join(', ')}`);
}
