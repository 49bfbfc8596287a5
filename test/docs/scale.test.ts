import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { commandLine } from '../fixtures/toy/console.ts';

const doc = (name: string): string => readFileSync(`docs/scale/${name}`, 'utf8');

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gigaramp-'));
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

/** Runs words of a job file here: the toy in place of its scenario, few replications, and a folder of this machine. */
async function runHere(words: readonly string[]): Promise<Awaited<ReturnType<typeof commandLine>>> {
  const own = words.flatMap((word) => {
    if (word.endsWith('.yaml')) return [];
    if (word === '1000000') return ['6'];
    return [word.replace('/data/run', folder)];
  });
  return await commandLine(...own);
}

interface Job {
  readonly spec: {
    readonly completionMode?: string;
    readonly completions?: number;
    readonly podFailurePolicy?: {
      rules: { action: string; onExitCodes?: { containerName: string; values: number[] } }[];
    };
    readonly template: {
      readonly spec: {
        readonly containers: {
          name: string;
          args: string[];
          env?: { name: string; value: string }[];
        }[];
      };
    };
  };
}

describe('the job for Kubernetes', () => {
  const [array, merge] = parseAllDocuments(doc('kubernetes.yaml')).map((part) => part.toJS() as Job) as [
    Job,
    Job,
  ];
  const containerOf = ({ spec }: Job) => spec.template.spec.containers[0]!;

  test('is indexed, tells its pods how many they are, and gives up on bad input alone', () => {
    const { completionMode, completions, podFailurePolicy } = array.spec;
    expect(completionMode).toBe('Indexed');
    expect(containerOf(array).env).toEqual([{ name: 'JOB_COMPLETIONS', value: String(completions) }]);
    const rule = podFailurePolicy?.rules.find(({ action }) => action === 'FailIndex');
    expect(rule?.onExitCodes).toMatchObject({ containerName: containerOf(array).name, values: [2] });
  });

  test('runs a shard, and its second part merges them', async () => {
    vi.stubEnv('JOB_COMPLETIONS', '100');
    vi.stubEnv('JOB_COMPLETION_INDEX', '5');
    const { out } = await runHere(containerOf(array).args);
    expect(out).toMatch(/^shard 5\/100 in .*: ran 1 replications/);
    const merged = await runHere(containerOf(merge).args);
    expect(merged).toMatchObject({ exitCode: 1 });
    expect(merged.error).toContain('5 of 100 shards are not whole');
  });
});

test('the job definition for AWS Batch runs a shard, and gives up on bad input alone', async () => {
  const { parameters, containerProperties, retryStrategy } = JSON.parse(doc('aws-batch.json')) as {
    parameters: Record<string, string>;
    containerProperties: { command: string[] };
    retryStrategy: { evaluateOnExit: { onExitCode?: string; action: string }[] };
  };
  vi.stubEnv('AWS_BATCH_JOB_ARRAY_INDEX', '2');
  vi.stubEnv('AWS_BATCH_JOB_ARRAY_SIZE', '3');
  const words = containerProperties.command.map((word) =>
    word.startsWith('Ref::') ? parameters[word.slice('Ref::'.length)]! : word,
  );
  expect(words.slice(0, 2)).toEqual(['npx', 'gigaramp']);
  const { out } = await runHere(words.slice(2));
  expect(out).toMatch(/^shard 2\/3 in .*: ran 2 replications/);
  expect(retryStrategy.evaluateOnExit.find(({ onExitCode }) => onExitCode === '2')?.action).toBe('EXIT');
});

test('the script for Slurm gives a task its shard and as many threads as it has processors', () => {
  expect(doc('slurm.sbatch')).toMatch(/"\$@" --workers "\$\{SLURM_CPUS_PER_TASK:-1\}" --shard auto\n$/);
});
