import type { Column, Role } from './column.ts';

/** The columns of a role, in the order in which they were declared. */
export function columnsFor(role: Role, columns: readonly Column[]): Column[] {
  return columns.filter((column) => column.role === role);
}

/** What a milestone is called. */
export function milestoneTitle({ title, name }: Pick<Column, 'title' | 'name'>): string {
  return title ?? name;
}

/** The first column of a role; nothing for models without. */
export function columnFor(role: Role, columns: readonly Column[]): Column | undefined {
  return columns.find((column) => column.role === role);
}

/** The milestone that the answer is about: the one of role `readiness`, else the last. */
export function targetMilestone(columns: readonly Column[]): Column | undefined {
  return columnFor('readiness', columns) ?? columns.findLast(({ kind }) => kind === 'milestone');
}

/** Columns that hold days on a driving path, each with a milestone and a cause; of one milestone where it is named. */
export function attributionColumns(columns: readonly Column[], milestone?: string): Column[] {
  const all = columnsFor('attribution', columns);
  return milestone === undefined ? all : all.filter(({ key }) => key?.milestone === milestone);
}
