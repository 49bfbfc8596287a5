import type { Picture } from '../picture.ts';
import type { Facts } from '../scenarioFacts.ts';
import type { PageState } from '../link/pageState.ts';

/** The date that is read in every chart: the one that was chosen, else when the milestone is due, else its median. */
export function readDate(state: PageState, { milestone, now }: Picture, { horizon }: Facts): string {
  return state.date ?? milestone?.due ?? now.median.date ?? horizon;
}
