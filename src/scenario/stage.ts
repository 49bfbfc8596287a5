import * as z from 'zod';
import { constant, type Distribution } from '../random/index.ts';
import { date } from './blocks.ts';
import { epochDay } from '../kernel/index.ts';
import type { QuantityBlock } from './quantityBlock.ts';
import type { QuantityInput } from './statedQuantity.ts';

/** One activity: how long it takes, and what is known of it already. Dates are ISO. */
export interface Stage {
  readonly duration: Distribution;
  readonly started?: string;
  readonly finished?: string;
}

export interface StageMap {
  readonly duration?: QuantityInput | undefined;
  readonly started?: QuantityInput | undefined;
  readonly finished?: QuantityInput | undefined;
}

interface StageDef extends z.core.$ZodTypeDef {
  readonly type: 'custom';
  readonly stage: z.ZodType<Stage>;
}

/** A zod schema of one stage. */
export interface StageBlock extends z.ZodType<Stage, QuantityInput | StageMap> {
  _zod: z.core.$ZodTypeInternals<Stage, QuantityInput | StageMap> & { def: StageDef };
}

function isStageMap(input: unknown): boolean {
  return typeof input === 'object' && input !== null && !('value' in input) && !('catalog' in input);
}

const initialize: (inst: StageBlock, def: StageDef) => void = z.ZodType.init;

const StageSchema: z.core.$constructor<StageBlock, StageDef> = z.core.$constructor<StageBlock, StageDef>(
  'GigarampStage',
  (inst, def) => {
    initialize(inst, def);
    inst._zod.parse = (payload, context) => {
      const map = isStageMap(payload.value);
      const inner = def.stage._zod.run(
        { value: map ? payload.value : { duration: payload.value }, issues: [] },
        context,
      );
      if (inner instanceof Promise)
        throw new TypeError('stage: asynchronous schema, expected a synchronous one');
      payload.value = inner.value;
      // A bare quantity has no key `duration` that a position could point to.
      for (const issue of inner.issues)
        payload.issues.push(map ? issue : { ...issue, path: issue.path?.slice(1) ?? [] });
      return payload;
    };
    inst._zod.processJSONSchema = (_context, json) => {
      const { $schema: _, ...shape } = z.toJSONSchema(def.stage, { io: 'input', unrepresentable: 'any' });
      const {
        anyOf,
        description: _meaning,
        ...facts
      } = shape.properties!.duration as z.core.JSONSchema.BaseSchema;
      Object.assign(json, facts, { form: 'stage', anyOf: [...anyOf!, shape] });
    };
  },
);

function neededText(started: string | undefined, finished: string | undefined): string {
  if (started === undefined && finished === undefined) return 'a duration such as "90 days"';
  const known = started === undefined ? `finished: ${finished}` : `started: ${started}`;
  return `how long it takes beside its date, such as { duration: 90 days, ${known} }`;
}

/**
 * An activity: a quantity node, or a map `{ duration, started?, finished? }`. The duration may be left out when both
 * dates are there.
 *
 * @example stage(uncertain('duration')) // "80 / 130 / 210 weeks" or { duration: 40 weeks, started: 2025-07-01 }
 */
export function stage(duration: QuantityBlock<Distribution>): StageBlock {
  const map = z
    .strictObject({
      duration: duration.optional().meta({
        description: 'How long it takes.',
        absent: 'the days between started and finished',
      }),
      started: date().optional().meta({
        description: 'Day on which it began, up to the as-of date.',
        absent: 'not begun: it begins when what it waits for is there',
      }),
      finished: date().optional().meta({
        description: 'Day on which it ended, up to the as-of date.',
        absent: 'not over: what is left of it is drawn, given that it is not',
      }),
    })
    .transform(({ duration: given, started, finished }, context): Stage => {
      const elapsed = started && finished ? epochDay(finished) - epochDay(started) : undefined;
      if (elapsed !== undefined && elapsed < 0) {
        context.addIssue({
          code: 'custom',
          path: ['finished'],
          message: `expected a day from ${started} on, got "${finished}"`,
        });
      }
      const known = given ?? (elapsed !== undefined && elapsed >= 0 ? constant(elapsed) : undefined);
      if (known === undefined && elapsed === undefined) {
        context.addIssue({
          code: 'custom',
          path: ['duration'],
          message: `expected ${neededText(started, finished)}, got nothing`,
        });
      }
      return { duration: known ?? constant(0), ...(started && { started }), ...(finished && { finished }) };
    });
  return new StageSchema({ type: 'custom', stage: map });
}
