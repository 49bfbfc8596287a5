import * as z from 'zod';

/**
 * The map with all its keys optional: what differs from another place, which holds for the keys that are not there.
 *
 * @param usual where the others are read, as the reference says it
 * @example differing(buildingStages, 'as in `construction.building`')
 */
export function differing<Shape extends z.ZodRawShape>(
  map: z.ZodObject<Shape, z.core.$strict>,
  usual: string,
): z.ZodObject<{ -readonly [Key in keyof Shape]: z.ZodOptional<Shape[Key]> }, z.core.$strict> {
  const partial = map.partial();
  // Each key is an optional of its own by now: what is said of it is said of no other.
  for (const key of Object.values(partial.shape))
    z.globalRegistry.add(key as z.ZodType, { absent: usual, default: undefined });
  return partial;
}
