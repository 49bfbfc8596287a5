/** Keeps a probability that was computed, and may have rounded to 0 or 1, strictly inside (0, 1). */
export function openUniform(u: number): number {
  return Math.min(1 - 2 ** -53, Math.max(2 ** -53, u));
}
