/** Differences of two lists of one length, place by place. */
export function minus(first: Float64Array, second: Float64Array): Float64Array {
  return first.map((value, index) => value - second[index]!);
}
