import type { SchemaNode } from '../../scenario/schemaNode.ts';
import type { Choice } from '../scenarioFacts.ts';

/** Rooms of a scenario whose closed lists are choices; what a site is, is none. */
const ROOMS = ['policies', 'calendars', 'contract', 'deployment', 'construction', 'chips'] as const;

/**
 * The places of a scenario that hold one of a closed list of values: `policies.placement`, `policies.order.kind`,
 * `policies.divert.repaid`.
 *
 * Only what the scenario states is there: a path that is not, has no value to begin with.
 */
export function choicesOf({ properties = {} }: SchemaNode, scenario: object): Choice[] {
  const values = scenario as Readonly<Record<string, unknown>>;
  return ROOMS.flatMap((room) => {
    const node = properties[room];
    return node === undefined ? [] : within(node, values[room], room);
  });
}

function within(node: SchemaNode, value: unknown, path: string): Choice[] {
  const { description = '' } = node;
  if (typeof value === 'boolean')
    return [{ path, value: String(value), options: ['true', 'false'], description }];
  if (typeof value === 'string' && node.enum !== undefined)
    return [{ path, value, options: node.enum.map(String), description }];
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return [];
  const held = value as Readonly<Record<string, unknown>>;
  const forms = node.oneOf ?? node.anyOf;
  if (forms === undefined) return below(node, held, path);
  const kinds = forms.map(({ properties }) => properties?.['kind']?.const);
  // Forms without kinds are ways to write one value.
  const form = held['kind'] === undefined ? undefined : forms[kinds.indexOf(held['kind'])];
  if (form === undefined) return [];
  const kind = { path: `${path}.kind`, value: String(held['kind']), options: kinds.map(String), description };
  return [...(kinds.length > 1 ? [kind] : []), ...below(form, held, path)];
}

function below(
  { properties = {} }: SchemaNode,
  held: Readonly<Record<string, unknown>>,
  path: string,
): Choice[] {
  return Object.entries(properties).flatMap(([key, node]) => within(node, held[key], `${path}.${key}`));
}
