import type * as z from 'zod';
import { schemaNode, type SchemaNode } from './schemaNode.ts';
import { descriptionOf } from './schemaWords.ts';

/**
 * The JSON Schema of what may be written, for editors: quantities as texts or maps, keys of maps closed, and of each
 * key its meaning, unit, bounds, default and an example.
 *
 * @param options.isOverlay for files that extend another: no key has to be there, and an item may be taken out by its
 * name
 */
export function jsonSchema(
  schema: z.ZodType,
  { isOverlay = false }: { isOverlay?: boolean | undefined } = {},
): Record<string, unknown> {
  return standard(schemaNode(schema), isOverlay) as Record<string, unknown>;
}

const OF_THE_HOUSE: ReadonlySet<string> = new Set(['absent', 'form', 'unit', 'bounds']);

const OF_WHOLE_FILES: ReadonlySet<string> = new Set(['required', 'oneOf']);

const REMOVE: SchemaNode = {
  description: 'Takes the inherited item of this name out of its list; beside it stands the name alone.',
  const: true,
};

/** What only this house knows of a key is said in its description. */
function standard(node: SchemaNode, isOverlay: boolean): SchemaNode {
  const rest = Object.fromEntries(
    Object.entries(node).filter(
      ([keyword]) => !OF_THE_HOUSE.has(keyword) && !(isOverlay && OF_WHOLE_FILES.has(keyword)),
    ),
  );
  const within = (inner: SchemaNode): SchemaNode => standard(inner, isOverlay);
  // Without its kind, an item may be of several.
  const options = node.oneOf && { [isOverlay ? 'anyOf' : 'oneOf']: node.oneOf.map(within) };
  return {
    ...rest,
    ...(node.properties && { properties: keysOf(node, within, isOverlay) }),
    ...(node.items && { items: within(node.items) }),
    ...(node.anyOf && { anyOf: node.anyOf.map(within) }),
    ...options,
    ...(node.$defs && { $defs: mapped(node.$defs, within) }),
  };
}

function keysOf(
  { properties = {}, required: names }: SchemaNode,
  within: (node: SchemaNode) => SchemaNode,
  isOverlay: boolean,
): Record<string, SchemaNode> {
  const required = new Set(names);
  const keys = mapped(properties, (property, key) => ({
    ...within(property),
    description: descriptionOf(property, required.has(key)),
  }));
  return isOverlay && required.has('name') ? { ...keys, remove: REMOVE } : keys;
}

function mapped<T>(
  entries: Readonly<Record<string, T>>,
  change: (value: T, key: string) => T,
): Record<string, T> {
  return Object.fromEntries(Object.entries(entries).map(([key, value]) => [key, change(value, key)]));
}
