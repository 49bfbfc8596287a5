/** A plan with the parts that a site or a hall states for itself. */
export function planOf<T extends object>(
  usual: T,
  ...own: readonly ({ readonly [K in keyof T]?: T[K] | undefined } | undefined)[]
): T {
  if (own.every((part) => part === undefined)) return usual;
  const plan = { ...usual };
  for (const part of own) {
    for (const key of Object.keys(part ?? {}) as (keyof T)[]) {
      const value = part![key];
      if (value !== undefined) plan[key] = value;
    }
  }
  return plan;
}
