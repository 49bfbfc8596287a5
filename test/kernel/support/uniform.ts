/** A small generator of the tests' own, after Park and Miller (1988): uniforms in (0, 1). */
export function uniformFrom(seed: number): () => number {
  let state = (seed % 2147483646) + 1;
  return () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
}

export function exponentialFrom(seed: number): (mean: number) => number {
  const uniform = uniformFrom(seed);
  for (let i = 0; i < 10; i++) uniform();
  return (mean) => -mean * Math.log(uniform());
}

/** Mean and standard error of independent replications. */
export function meanAndError(values: readonly number[]): { mean: number; error: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean, error: Math.sqrt(squares / (values.length - 1) / values.length) };
}
