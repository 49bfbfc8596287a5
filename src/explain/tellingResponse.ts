/** What can be seen to move with an input. */
export type TellingResponse = 'probability' | 'part' | 'days';

/**
 * In what an answer of a probability can best be seen to move: in the probability, unless it is near 0 or 1. Where the
 * target is nearly ruled out, in the part of it that is there on its date; where it is nearly sure, and all of it is
 * nearly always there, in the days to it.
 *
 * @example tellingResponse(0.05) // 'part'
 */
export function tellingResponse(probability: number | undefined): TellingResponse {
  if (probability === undefined) return 'probability';
  if (probability < 0.2) return 'part';
  return probability > 0.8 ? 'days' : 'probability';
}
