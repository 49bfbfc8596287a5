import type { Picture } from '../picture.ts';
import type { Facts } from '../scenarioFacts.ts';
import type { PageState } from '../link/pageState.ts';

/**
 * The date that is read in every chart: the one that was chosen, else when the milestone is due, else its median, where
 * these lie ahead.
 */
export function readDate(
  state: PageState,
  { milestone, now }: Picture,
  { horizon, asOf = '' }: Facts,
): string {
  const ahead = [milestone?.due, now.dates.p50.estimate].find((date) => date !== undefined && date >= asOf);
  return state.date ?? ahead ?? horizon;
}
