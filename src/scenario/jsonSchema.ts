import type * as z from 'zod';
import { schemaNode, type SchemaNode } from './schemaNode.ts';
import { descriptionOf } from './schemaWords.ts';

/**
 * The JSON Schema of what may be written, for editors: quantities as texts or maps, keys of maps closed, and of each key its meaning, unit,
 * bounds, default and an example.
 */
export function jsonSchema(schema: z.ZodType): Record<string, unknown> {
  return standard(schemaNode(schema)) as Record<string, unknown>;
}

const OF_THE_HOUSE: ReadonlySet<string> = new Set(['absent', 'form', 'unit', 'bounds']);

/** What only this house knows of a key is said in its description. */
function standard(node: SchemaNode): SchemaNode {
  const rest = Object.fromEntries(Object.entries(node).filter(([keyword]) => !OF_THE_HOUSE.has(keyword)));
  const required = new Set(node.required);
  return {
    ...rest,
    ...(node.properties && {
      properties: mapped(node.properties, (property, key) => ({
        ...standard(property),
        description: descriptionOf(property, required.has(key)),
      })),
    }),
    ...(node.items && { items: standard(node.items) }),
    ...(node.anyOf && { anyOf: node.anyOf.map(standard) }),
    ...(node.oneOf && { oneOf: node.oneOf.map(standard) }),
    ...(node.$defs && { $defs: mapped(node.$defs, standard) }),
  };
}

function mapped<T>(
  entries: Readonly<Record<string, T>>,
  change: (value: T, key: string) => T,
): Record<string, T> {
  return Object.fromEntries(Object.entries(entries).map(([key, value]) => [key, change(value, key)]));
}
