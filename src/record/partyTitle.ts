/** A milestone as a column or a manifest says it. */
interface Titled {
  readonly name: string;
  readonly title?: string | undefined;
}

/**
 * What a measure of one of several parties is called where the party stands beside it: its own milestone by its title
 * without whose it is, else the milestone of that name, else the name in words.
 *
 * @example partyTitle([{ name: 'Beth.gpus_30000', title: '30,000 GPUs of Beth' }], { party: 'Beth', measure:
 *   'gpus_30000' }) // '30,000 GPUs'
 */
export function partyTitle(
  milestones: readonly Titled[],
  { party, measure }: { readonly party: string; readonly measure: string },
): string {
  const titleOf = (name: string): string | undefined => milestones.find((one) => one.name === name)?.title;
  const own = titleOf(`${party}.${measure}`);
  const whose = ` of ${party}`;
  if (own !== undefined) return own.endsWith(whose) ? own.slice(0, -whose.length) : own;
  return titleOf(measure) ?? measure.replaceAll('_', ' ');
}
