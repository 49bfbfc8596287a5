/** GPUs are, all else is. */
export function beVerb(title: string): string {
  return /\bGPUs\b/.test(title) ? 'are' : 'is';
}
