import { Command } from '@commander-js/extra-typings';
import { printableLine } from '../../scenario/index.ts';
import type { Database, RunState } from '../../queue/index.ts';
import { noteLine, printLine, type Console } from './console.ts';
import { interruptible } from './interruption.ts';
import { positiveInteger } from './numbers.ts';
import { plainTable } from './plainTable.ts';
import { jsonOption, modelOption, withModel, workersOption, type ShippedModel } from './pointsCommand.ts';

const urlArgument = ['[url]', 'postgres://user@host/database (default: GIGARAMP_QUEUE)'] as const;

/** The commands `gigaramp worker` and `gigaramp queue`. */
export function queueCommands<S>(
  { shipped, console }: { shipped: ShippedModel<S>; console: Console },
  exit: (code: number) => void,
): Command[] {
  return [workerCommand(shipped, console, exit), queueCommand(console)];
}

function workerCommand<S>(shipped: ShippedModel<S>, console: Console, exit: (code: number) => void): Command {
  const command = new Command('worker')
    .description('compute parts of the runs in a queue, until it is stopped')
    .argument(...urlArgument)
    .option(...workersOption)
    .option('--drain', 'stop when nothing is left to do')
    .option(
      '--lost-after <seconds>',
      'silence after which others take over what it has (default: 20)',
      positiveInteger,
    )
    .option(...modelOption)
    .action(async (url, { model: own, workers, drain: isDraining = false, lostAfter }) => {
      await withModel(shipped, own, async ({ model, source }) => {
        const { workOnQueue } = await import('../workOnQueue.ts');
        await withQueue(url, async (database) => {
          const { shards, replications, stopped } = await interruptible(console, async (signal) => {
            noteLine(console, `worker at ${database.shown}`);
            const onRun = ({ id, name, shards }: { id: string; name: string; shards: number }): void =>
              noteLine(console, printableLine(`run ${id}: ${name}, ${shards} shards`));
            const done = await workOnQueue({
              database,
              model,
              source,
              workers,
              isDraining,
              signal,
              onRun,
              ...(lostAfter === undefined ? {} : { lostAfter }),
            });
            return { ...done, stopped: signal.aborted };
          });
          printLine(console, `computed ${shards} shards, ${replications} replications`);
          if (stopped) exit(130);
        });
      });
    });
  return command as unknown as Command;
}

function queueCommand(console: Console): Command {
  const command = new Command('queue').description('manage the runs in a queue');
  command
    .command('status')
    .description('list the runs in a queue, and the shards that failed')
    .argument(...urlArgument)
    .option(...jsonOption)
    .action(async (url, { json }) => {
      const { runStates } = await import('../../queue/index.ts');
      const states = await withQueue(url, runStates);
      if (json === true) printLine(console, JSON.stringify(states, null, 2));
      else for (const line of statusLines(states)) printLine(console, line);
    });
  command
    .command('cancel')
    .description('remove a run from a queue, with what was computed of it')
    .argument('<run>', 'first digits of its id')
    .argument(...urlArgument)
    .action(async (digits, url) => {
      const { cancelRun, namedRun } = await import('../../queue/index.ts');
      await withQueue(url, async (database) => {
        const { id, name } = await namedRun(database, digits);
        await cancelRun(database, id);
        printLine(console, printableLine(`run ${id}: ${name} cancelled`));
      });
    });
  command
    .command('retry')
    .description('try the failed shards of a run again')
    .argument('<run>', 'first digits of its id')
    .argument(...urlArgument)
    .action(async (digits, url) => {
      const { namedRun, retryFailed } = await import('../../queue/index.ts');
      await withQueue(url, async (database) => {
        const { id } = await namedRun(database, digits);
        printLine(console, `run ${id}: ${await retryFailed(database, id)} shards to be tried again`);
      });
    });
  return command as unknown as Command;
}

async function withQueue<T>(url: string | undefined, body: (database: Database) => Promise<T>): Promise<T> {
  const { layTables, openDatabase, queueUrl } = await import('../../queue/index.ts');
  const database = await openDatabase(queueUrl(url, process.env));
  try {
    await layTables(database);
    return await body(database);
  } finally {
    await database.close();
  }
}

function statusLines(states: readonly RunState[]): string[] {
  if (states.length === 0) return ['no runs'];
  const rows = states.map(({ run, progress, failed }) => [
    run.id,
    printableLine(run.name),
    `${progress.finished}/${run.shards}`,
    String(failed.length),
    String(progress.workers),
    run.gigaramp,
  ]);
  const failures = states.flatMap(({ run, failed }) =>
    failed.map(({ shard, reason, worker, tries }) =>
      printableLine(`run ${run.id}, shard ${shard}: ${reason} (${tries} tries, at last by ${worker})`),
    ),
  );
  return [plainTable(['run', 'name', 'shards', 'failed', 'workers', 'gigaramp'], rows), ...failures];
}
