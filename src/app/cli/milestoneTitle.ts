import type { Column } from '../../experiment/index.ts';

/** What a milestone is called in a table: its GPUs, the part in service that its description names, or its name. */
export function milestoneTitle({ gpus, description, name }: Column): string {
  if (gpus !== undefined) return `${gpus.toLocaleString('en-US')} GPUs`;
  const [, title] = /^(.+) in service\b/.exec(description) ?? [];
  return title ?? name;
}
