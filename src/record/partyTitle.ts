/** A milestone as a column or a manifest says it. */
interface Titled {
  readonly name: string;
  readonly title?: string | undefined;
  readonly ownTitle?: string | undefined;
}

/**
 * What a measure of one of several parties is called where the party stands beside it: its own milestone by its title
 * without whose it is, else the milestone of that name, else the name in words.
 *
 * @example partyTitle([{ name: 'Beth.gpus_30000', ownTitle: '30,000 GPUs' }], { party: 'Beth', measure:
 *   'gpus_30000' }) // '30,000 GPUs'
 */
export function partyTitle(
  milestones: readonly Titled[],
  { party, measure }: { readonly party: string; readonly measure: string },
): string {
  const named = (name: string): Titled | undefined => milestones.find((one) => one.name === name);
  const own = named(`${party}.${measure}`);
  return own?.ownTitle ?? own?.title ?? named(measure)?.title ?? measure.replaceAll('_', ' ');
}
