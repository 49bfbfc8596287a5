import * as z from 'zod';
import { quantityMapSchema, STATED_QUANTITY } from './quantityMapSchema.ts';

/**
 * One place of a JSON Schema, with what blocks and rooms say of it beside the standard: all of it is gone from what
 * editors get.
 */
export interface SchemaNode {
  description?: string;
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly SchemaNode[];
  readonly oneOf?: readonly SchemaNode[];
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly required?: readonly string[];
  readonly items?: SchemaNode;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly $defs?: Readonly<Record<string, SchemaNode>>;
  readonly default?: unknown;
  readonly examples?: readonly unknown[];
  /** What holds where the key is not there, in words. */
  readonly absent?: string;
  readonly form?: 'number' | 'range' | 'date' | 'series' | 'stage';
  readonly unit?: string;
  readonly bounds?: string;
}

/** The JSON Schema of what may be written, as blocks and rooms describe it. */
export function schemaNode(schema: z.ZodType): SchemaNode {
  const node = plain(schema);
  const { $schema: _, ...quantity } = plain(quantityMapSchema);
  const properties = node.properties && { extends: EXTENDS, ...node.properties };
  return {
    ...node,
    ...(properties && { properties }),
    $defs: { ...node.$defs, [STATED_QUANTITY]: quantity },
  };
}

/** What the loader takes out of a file before the schema sees it. */
const EXTENDS: SchemaNode = {
  description:
    'File that this one is laid over, by its path from here, or several, each laid over those before it; `gigaramp:` begins the path of one that comes with the package.',
  anyOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' } }],
  absent: 'none: all that is required stands here',
  examples: ['gigaramp:models/practice/usual.yaml'],
};

function plain(schema: z.ZodType): SchemaNode & { $schema?: string } {
  return z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any', reused: 'inline' }) as SchemaNode;
}
