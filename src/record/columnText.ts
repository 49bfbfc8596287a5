import type { Column } from './column.ts';

/**
 * What a column is in words, with everything it is about called by its name, or by what it is called otherwise.
 *
 * @param titleOf what the thing of a key, or what is measured, is called
 * @example columnText({ description: 'days for {cause}', key: { cause: 'crew' } }, () => 'crews') // 'days for crews'
 */
export function columnText(
  { description, key, measure }: Pick<Column, 'description' | 'key' | 'measure'>,
  titleOf: (what: string, name: string) => string = (_, name) => name,
): string {
  return description.replaceAll(/\{(\w+)\}/g, (braces, what: string) => {
    const name = what === 'measure' ? measure : key?.[what];
    return name === undefined ? braces : titleOf(what, name);
  });
}

/** The same for a table, which says what an infinite value means. */
export function columnDescription(column: Column): string {
  const { infiniteWhen } = column;
  return `${columnText(column)}${infiniteWhen === undefined ? '' : `; infinite when ${infiniteWhen}`}`;
}
