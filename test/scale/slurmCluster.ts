import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, mkdtempSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomBytes } from 'node:crypto';

/** A Slurm of one node on this machine, with a folder, ports and a key of its own. */
export interface SlurmCluster {
  readonly folder: string;
  /** Environment in which Slurm's commands speak to it. */
  readonly environment: NodeJS.ProcessEnv;
  /** Runs one of Slurm's commands and gives what it printed. */
  run(command: string, ...words: readonly string[]): string;
  stop(): Promise<void>;
}

/**
 * Starts munged, slurmctld and slurmd; needs the right to do so and Debian's `slurm-wlm`.
 *
 * @param cpus tasks that run at the same time; more than there are is no hindrance
 */
export async function startSlurm(cpus: number): Promise<SlurmCluster> {
  const folder = mkdtempSync(join(tmpdir(), 'gigaramp-slurm-'));
  // The daemons refuse folders that others may write into.
  chmodSync(folder, 0o755);
  const at = (name: string): string => join(folder, name);
  for (const name of ['state', 'spool']) mkdirSync(at(name));
  writeFileSync(at('munge.key'), randomBytes(128), { mode: 0o400 });
  const [controllerPort, nodePort] = [await freePort(), await freePort()];
  writeFileSync(
    at('slurm.conf'),
    `ClusterName=gigaramp
SlurmctldHost=${hostname()}(127.0.0.1)
SlurmctldPort=${controllerPort}
SlurmdPort=${nodePort}
SlurmUser=root
SlurmdUser=root
AuthType=auth/munge
AuthInfo=socket=${at('munge.socket')}
CredType=cred/munge
StateSaveLocation=${at('state')}
SlurmdSpoolDir=${at('spool')}
SlurmctldPidFile=${at('slurmctld.pid')}
SlurmdPidFile=${at('slurmd.pid')}
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
SwitchType=switch/none
MpiDefault=none
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
SchedulerParameters=sched_interval=2,bf_interval=2
SlurmdParameters=config_overrides
ReturnToService=2
JobRequeue=1
KillWait=2
NodeName=${hostname()} NodeAddr=127.0.0.1 CPUs=${cpus} State=UNKNOWN
PartitionName=all Nodes=ALL Default=YES MaxTime=INFINITE State=UP
`,
  );
  const environment = { ...process.env, SLURM_CONF: at('slurm.conf') };
  const daemons: ChildProcess[] = [];
  const start = (name: string, ...words: readonly string[]): void => {
    const log = openSync(at(`${name}.log`), 'a');
    daemons.push(spawn(name, words, { env: environment, stdio: ['ignore', log, log] }));
  };
  const run = (command: string, ...words: readonly string[]): string =>
    execFileSync(command, words, { env: environment, encoding: 'utf8' });
  start(
    'munged',
    '--foreground',
    '--force',
    `--key-file=${at('munge.key')}`,
    `--socket=${at('munge.socket')}`,
    `--pid-file=${at('munge.pid')}`,
    `--seed-file=${at('munge.seed')}`,
    `--log-file=${at('munge.log')}`,
  );
  start('slurmctld', '-D', '-f', at('slurm.conf'));
  start('slurmd', '-D', '-f', at('slurm.conf'));
  const end = async (): Promise<void> => {
    for (const daemon of daemons.toReversed()) {
      if (daemon.exitCode !== null || daemon.signalCode !== null) continue;
      daemon.kill();
      await Promise.race([once(daemon, 'exit'), pause(10_000)]);
    }
  };
  const stop = async (): Promise<void> => {
    await end();
    rmSync(folder, { recursive: true, force: true });
  };
  for (let wait = 0; wait < 120; wait++) {
    if (isIdle(run)) return { folder, environment, run, stop };
    await pause(500);
  }
  await end();
  throw new Error(`slurm: no node after a minute, expected one; see the logs in ${folder}`);
}

function isIdle(run: SlurmCluster['run']): boolean {
  try {
    return run('sinfo', '--noheader', '--format=%T').trim() === 'idle';
  } catch {
    return false;
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}

async function pause(milliseconds: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, milliseconds));
}
