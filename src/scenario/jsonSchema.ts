import * as z from 'zod';

/** The JSON Schema of what may be written, for editors: quantities as texts or maps, keys of maps closed. */
export function jsonSchema(schema: z.ZodType): Record<string, unknown> {
  return z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any', reused: 'ref' });
}
