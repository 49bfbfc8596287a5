import type { Table } from './table.ts';

/** `datapackage.json` in the Frictionless format: every CSV file with the type, unit and meaning of its columns. */
export function dataPackage(name: string, tables: readonly Table[]): string {
  const resources = tables.map((table) => ({
    name: table.name,
    path: `${table.name}.csv`,
    profile: 'tabular-data-resource',
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    description: table.description,
    schema: { fields: table.fields, missingValues: [''] },
  }));
  const slug =
    name
      .toLowerCase()
      .replaceAll(/[^a-z0-9._-]+/g, '-')
      .replace(/^-+|-+$/g, '') || 'results';
  return `${JSON.stringify({ profile: 'tabular-data-package', name: slug, title: name, resources }, null, 2)}\n`;
}
