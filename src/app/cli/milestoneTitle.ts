import type { Column } from '../../experiment/index.ts';

/** What a milestone is called in a table: its GPUs, or its description without the date it is due. */
export function milestoneTitle({ gpus, description, name }: Column): string {
  if (gpus !== undefined) return `${gpus.toLocaleString('en-US')} GPUs`;
  const title = description.replace(/ in service\b.*$/, '');
  return title === '' ? name : title;
}
