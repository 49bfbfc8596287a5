import { execFile, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import {
  appendFileSync,
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer, isIP, type AddressInfo } from 'node:net';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import * as z from 'zod';
import { InputError, parsedJson } from '../experiment/index.ts';
import { fileReason } from '../refusal/index.ts';
import { serverAccount } from './serverAccount.ts';
import { serverFiles } from './serverFiles.ts';

/** A PostgreSQL that this package started. */
export interface EmbeddedServer {
  /** URL with the password, for workers on machines that reach it. */
  readonly url: string;
  /** Whether it listens to this machine alone. */
  readonly isLocal: boolean;
  /** Starts it where it does not run: at first, and after it was killed. */
  start(): Promise<void>;
  /** Stops it; its data stay. */
  stop(): Promise<void>;
}

const stateSchema = z.object({ password: z.string().min(16), port: z.int().min(1).max(65_535) });

const SETTINGS = `
# What was written above holds for a machine of its own; this is a queue in a folder.
unix_socket_directories = ''
max_connections = 400
password_encryption = 'scram-sha-256'
`;

/** Who may enter over the network, with the password, when that was asked for. */
const FROM_ANYWHERE = `
host all all 0.0.0.0/0 scram-sha-256
host all all ::/0 scram-sha-256
`;

const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '::1' || host.startsWith('127.');

/**
 * Prepares a PostgreSQL in a folder, with a password of its own. Its data, port and password are kept there, so that
 * one that was stopped goes on, and the URL that workers have stays true.
 *
 * @param host the address to listen on; loopback unless told otherwise
 * @throws InputError where PostgreSQL cannot run
 * @example const server = await embeddedServer({ folder: 'results/base/database' }); await server.start();
 */
export async function embeddedServer({
  folder,
  host = '127.0.0.1',
  port: asked,
}: {
  folder: string;
  host?: string | undefined;
  port?: number | undefined;
}): Promise<EmbeddedServer> {
  // It stands in a command that a shell reads.
  if (!/^[\w.:-]+$/.test(host))
    throw new InputError(`queue: address "${host}", expected one of this machine`);
  mkdirSync(folder, { recursive: true });
  const account = serverAccount(folder);
  const { initdb, control } = await serverFiles({ folder, copy: account !== undefined });
  const data = join(folder, 'data');
  const log = join(data, 'server.log');
  const run = async (program: string, words: readonly string[]): Promise<void> => {
    await runProgram(program, words, { cwd: folder, account });
  };
  const isRunning = async (): Promise<boolean> =>
    await run(control, ['status', '-D', data]).then(
      () => true,
      () => false,
    );
  const { password, port } = await stateOf(join(folder, 'server.json'), host, asked);
  if (!existsSync(join(data, 'PG_VERSION'))) {
    rmSync(data, { recursive: true, force: true });
    mkdirSync(data, { mode: 0o700 });
    const passwordFile = join(folder, 'password');
    writeFileSync(passwordFile, password, { mode: 0o600 });
    if (account !== undefined) {
      for (const path of [data, passwordFile]) chownSync(path, account.uid, account.gid);
    }
    try {
      const access = ['--username=gigaramp', `--pwfile=${passwordFile}`, '--auth=scram-sha-256'];
      await run(initdb, ['-D', data, ...access, '--encoding=UTF8', '--no-locale', '--no-sync']);
    } finally {
      rmSync(passwordFile, { force: true });
    }
    appendFileSync(join(data, 'postgresql.conf'), SETTINGS);
    if (!isLoopback(host)) appendFileSync(join(data, 'pg_hba.conf'), FROM_ANYWHERE);
  }
  const reached = isIP(host) !== 0 && /^(0\.0\.0\.0|::)$/.test(host) ? hostname() : host;
  return {
    url: `postgres://gigaramp:${password}@${isIP(reached) === 6 ? `[${reached}]` : reached}:${port}/postgres`,
    isLocal: isLoopback(host),
    async start() {
      if (await isRunning()) return;
      const settings = `-h ${host} -p ${port}`;
      try {
        await run(control, ['start', '-D', data, '-w', '-t', '60', '-l', log, '-o', settings]);
      } catch {
        throw new InputError(`queue: PostgreSQL in ${folder} does not start (${lastLine(log)})`);
      }
    },
    async stop() {
      if (await isRunning()) await run(control, ['stop', '-D', data, '-m', 'fast', '-w']);
    },
  };
}

/** Password and port of the server in a folder, made up at first. */
async function stateOf(
  path: string,
  host: string,
  asked: number | undefined,
): Promise<z.infer<typeof stateSchema>> {
  if (existsSync(path)) {
    const { value, problem } = parsedJson(readFileSync(path, 'utf8'), stateSchema);
    if (problem !== undefined) {
      throw new InputError(`${path}: ${problem}, expected what an embedded queue wrote`);
    }
    if (asked === undefined || asked === value.port) return value;
    throw new InputError(`queue: port ${asked}, but the queue in ${path} has ${value.port}, expected that`);
  }
  const state = { password: randomBytes(24).toString('base64url'), port: await freePort(host, asked) };
  writeFileSync(path, `${JSON.stringify(state)}\n`, { mode: 0o600 });
  return state;
}

/** A port of an address that nobody listens on: the one that is asked for, else any. */
async function freePort(host: string, asked: number | undefined): Promise<number> {
  if (asked !== undefined && !(asked >= 1 && asked <= 65_535))
    throw new InputError(`queue: port ${asked}, expected one from 1 to 65535`);
  const server = createServer();
  server.listen(asked ?? 0, host);
  try {
    await once(server, 'listening');
  } catch (error) {
    const where = asked === undefined ? host : `${host}, port ${asked}`;
    const expected =
      asked === undefined
        ? 'an address of this machine'
        : 'an address of this machine and a port that is free';
    throw new InputError(`queue: cannot listen on ${where} (${fileReason(error)}), expected ${expected}`);
  }
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}

/** @throws Error with what the program said when it fails. */
async function runProgram(
  program: string,
  words: readonly string[],
  { cwd, account }: { cwd: string; account: { uid: number; gid: number } | undefined },
): Promise<void> {
  const identity = account === undefined ? {} : { uid: account.uid, gid: account.gid };
  const options = { cwd, ...identity, env: { ...process.env, LC_ALL: 'C' } };
  if (words[0] !== 'start') {
    await promisify(execFile)(program, [...words], options);
    return;
  }
  // The server goes on with what it is given to write to: nothing, or we would wait for its end.
  const child = spawn(program, [...words], { ...options, stdio: 'ignore' });
  const [code] = (await once(child, 'exit')) as [number | null];
  if (code !== 0) throw new Error(`${program}: exit code ${code}`);
}

/** Why it stopped, as its log says it. */
function lastLine(path: string): string {
  const lines = existsSync(path) ? readFileSync(path, 'utf8').trim().split('\n') : [''];
  const reason = lines.findLast((line) => line.includes('FATAL')) ?? lines.at(-1)!;
  return reason === '' ? 'it wrote no log' : reason;
}
