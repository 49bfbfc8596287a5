import { milestoneTitle, type Records } from '../../record/index.ts';

/** What a milestone of a run is called: `100,000 GPUs`, else its name. */
export function titleIn({ points: [{ outputs }] }: Records, milestone: string): string {
  const column = outputs.columns.find(({ name }) => name === milestone);
  return column === undefined ? milestone : milestoneTitle(column);
}
