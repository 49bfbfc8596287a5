/** The values at one place of a series, replication after replication: every `step`-th from `first` on. */
export function everyNth(values: Float64Array, step: number, first: number): Float64Array {
  const picked = new Float64Array(values.length / step);
  for (let index = 0; index < picked.length; index++) picked[index] = values[index * step + first];
  return picked;
}
