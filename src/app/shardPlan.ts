import { mkdirSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import * as z from 'zod';
import { KINDS } from '../../models/calibration/index.ts';
import type { DesignRow } from '../design/index.ts';
import {
  canonicalJson,
  InputError,
  isFolderThere,
  namesIn,
  packageVersion,
  parsedJson,
  requireFolder,
  resultText,
  sha256,
  writeWholeFile,
} from '../experiment/index.ts';
import { BASES, CONFIDENCES, ROLES, type Issue, type LedgerRow } from '../scenario/index.ts';
import type { BacktestFacts } from './backtest.ts';
import { portablePath } from './packagePath.ts';
import type { ExperimentRun } from './runToFolder.ts';

const setting = z.union([z.string(), z.number(), z.boolean()]);

const ledgerRow: z.ZodType<LedgerRow> = z.object({
  path: z.string(),
  value: z.string(),
  unit: z.string(),
  source: z.string(),
  asOf: z.string(),
  confidence: z.enum([...CONFIDENCES, '']),
  basis: z.enum(BASES),
  role: z.enum(ROLES),
  catalogId: z.string(),
  overridden: z.boolean(),
  note: z.string(),
});

const designRow: z.ZodType<DesignRow> = z.object({
  name: z.string(),
  settings: z.record(z.string(), setting),
  inputs: z.record(z.string(), z.number()),
  atPlan: z.array(z.string()),
});

const step = z.object({ date: z.string(), day: z.number(), megawatts: z.number(), added: z.number() });

const backtestFacts: z.ZodType<BacktestFacts> = z.object({
  file: z.string(),
  hash: z.string(),
  asOf: z.string(),
  cv: z.boolean(),
  seed: z.string(),
  sites: z.array(
    z.object({
      name: z.string(),
      owner: z.string(),
      kind: z.enum(KINDS),
      isKindStated: z.boolean(),
      start: z.string(),
      seenDays: z.number(),
      announcedDays: z.number().optional(),
      hasFirstBlock: z.boolean(),
      steps: z.array(step),
    }),
  ),
});

const issue: z.ZodType<Issue> = z.object({
  file: z.string(),
  line: z.int(),
  column: z.int(),
  path: z.string(),
  message: z.string(),
});

const COMMANDS = ['run', 'sweep', 'backtest'];

const planSchema = z.object({
  schema: z.literal(1),
  experiment: z.string(),
  gigaramp: z.string(),
  replications: z.int().min(1),
  shards: z.int().min(1).max(1_000_000),
  /** Title of the results. */
  name: z.string(),
  /** Scenario file as it was given. */
  scenario: z.string().optional(),
  module: z.string(),
  export: z.string(),
  /** What was typed after `gigaramp`, without what differs between shards; nothing where a script ran them. */
  command: z
    .array(z.string())
    .refine(([name = 'run']) => COMMANDS.includes(name), `expected one of ${COMMANDS.join(', ')}`),
  ledger: z.array(ledgerRow),
  /** What is laid over the scenario, and what of it may not be meant. */
  settings: z.record(z.string(), setting).optional(),
  warnings: z.array(issue).optional(),
  /** Rows of the design of a sweep. */
  rows: z.array(designRow).optional(),
  /** What a backtest holds its sites against. */
  backtest: backtestFacts.optional(),
});

/** What all shards of a run have in common, and all that its tables need beside the records. */
export type ShardPlan = z.infer<typeof planSchema>;

const FOLDER = 'shards';
const planName = /^([1-9]\d{0,15})-replications-in-([1-9]\d{0,6})\.json$/;

/** Where the plan of a run is: one file for each number of replications. */
export function planPath(
  out: string,
  { replications, shards }: Pick<ShardPlan, 'replications' | 'shards'>,
): string {
  return join(out, FOLDER, `${replications}-replications-in-${shards}.json`);
}

/** The plan of a run in shards. */
export function planOf<S>({
  name,
  experiment,
  source,
  scenarioFile,
  ledger = [],
  settings = {},
  warnings = [],
  replications,
  shards,
  command = [],
  rows,
  facts,
}: ExperimentRun<S> & {
  replications: number;
  shards: number;
  command?: readonly string[];
  rows?: readonly DesignRow[] | undefined;
  facts?: BacktestFacts | undefined;
}): ShardPlan {
  return {
    schema: 1,
    experiment: experiment.id,
    gigaramp: packageVersion(),
    replications,
    shards,
    name,
    ...(scenarioFile === undefined ? {} : { scenario: portablePath(scenarioFile) }),
    module: portablePath(source.module),
    export: source.export,
    command: [...command],
    ledger: [...ledger],
    ...(Object.keys(settings).length === 0 ? {} : { settings }),
    ...(warnings.length === 0 ? {} : { warnings: [...warnings] }),
    ...(rows === undefined ? {} : { rows: [...rows] }),
    ...(facts === undefined ? {} : { backtest: facts }),
  };
}

/**
 * Leaves the plan in a folder for `merge`; every shard does, and the first one writes it.
 *
 * @throws InputError when the same replications are divided into another number of shards there.
 */
export function layPlan(out: string, plan: ShardPlan): void {
  const other = planNames(out).find(
    ({ replications, shards }) => replications === plan.replications && shards !== plan.shards,
  );
  if (other !== undefined) {
    throw new InputError(
      `shards: ${plan.shards}, but ${relative('', planPath(out, other))} divides the same run into ${other.shards}; ` +
        'expected that number (remove the file to divide the run anew: what is finished is kept)',
    );
  }
  const path = planPath(out, plan);
  const text = resultText(path);
  const before = text === undefined ? undefined : planIn(text);
  if (before?.isUnbroken === true && before.plan?.experiment === plan.experiment) return;
  if (!isFolderThere(join(out, FOLDER))) mkdirSync(join(out, FOLDER), { recursive: true });
  const file = { ...plan, sha256: checksum(plan) };
  writeWholeFile(path, `${JSON.stringify(file, null, 2)}\n`, { durable: true });
}

/** The plan in a text and whether it is unbroken, or what is wrong with it. */
function planIn(text: string): { plan?: ShardPlan; isUnbroken: boolean; problem?: string | undefined } {
  const { value, problem } = parsedJson(text, planSchema.extend({ sha256: z.string() }));
  if (value === undefined) return { isUnbroken: false, problem };
  const { sha256: written, ...plan } = value;
  return { plan, isUnbroken: written === checksum(plan) };
}

function checksum(plan: ShardPlan): string {
  return sha256(canonicalJson(plan));
}

/**
 * The plan of the longest run in a folder.
 *
 * @throws InputError when there is none, or not one that a shard of this version wrote.
 */
export function readPlan(out: string): ShardPlan {
  requireFolder(out);
  const [named, second] = planNames(out).toSorted((a, b) => b.replications - a.replications);
  if (named === undefined) {
    throw new InputError(`${out}: no shards, expected the folder of runs with --shard i/n`);
  }
  const path = planPath(out, named);
  if (second?.replications === named.replications) {
    throw new InputError(
      `${path}: there is also a division into ${second.shards}, expected one; remove the other (what is finished is kept)`,
    );
  }
  const { plan, isUnbroken, problem } = planIn(resultText(path) ?? '');
  if (plan === undefined) throw new InputError(`${path}: ${problem}, expected what a shard wrote`);
  if (plan.gigaramp !== packageVersion()) {
    throw new InputError(
      `${path}: shards of gigaramp ${plan.gigaramp}, expected those of ${packageVersion()}, which is to merge them`,
    );
  }
  if (plan.replications !== named.replications || plan.shards !== named.shards) {
    throw new InputError(`${path}: of another division than its name says, expected what a shard wrote`);
  }
  if (!isUnbroken) {
    throw new InputError(
      `${path}: damaged (its checksum does not match), expected what a shard wrote; run any of them again`,
    );
  }
  return plan;
}

/** Removes the plans of a folder, and nothing else that may be there. */
export function removePlans(out: string): void {
  for (const plan of planNames(out)) rmSync(planPath(out, plan), { force: true });
}

function planNames(out: string): Pick<ShardPlan, 'replications' | 'shards'>[] {
  const folder = join(out, FOLDER);
  if (!isFolderThere(folder)) return [];
  return namesIn(folder).flatMap((name) => {
    const [, replications, shards] = planName.exec(name) ?? [];
    return shards === undefined ? [] : [{ replications: Number(replications), shards: Number(shards) }];
  });
}
