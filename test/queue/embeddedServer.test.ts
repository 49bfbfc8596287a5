import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { packageRoot } from '../../src/experiment/index.ts';
import { embeddedServer, openDatabase, queueUrl } from '../../src/queue/index.ts';
import { serverAccount } from '../../src/queue/serverAccount.ts';
import { copyFiles, serverFiles } from '../../src/queue/serverFiles.ts';
import { testServer, type TestServer } from '../fixtures/postgres.ts';

const folder = mkdtempSync(join(tmpdir(), 'gigaramp-'));
const server: TestServer | undefined = await testServer();
afterAll(async () => {
  await server?.remove();
  rmSync(folder, { recursive: true });
});

const setting = async (name: string): Promise<string> => {
  const database = await openDatabase(queueUrl(server!.url));
  try {
    const [row] = await database.query<{ value: string }>(`select current_setting($1) as value`, [name]);
    return row!.value;
  } finally {
    await database.close();
  }
};

describe.skipIf(server === undefined)('an embedded PostgreSQL', () => {
  test('listens on loopback alone and lets nobody in without its password', async () => {
    expect(await setting('listen_addresses')).toBe('127.0.0.1');
    expect(await setting('unix_socket_directories')).toBe('');
    const open = new URL(server!.url);
    expect(open.password).toMatch(/^[\w-]{32}$/);
    open.password = '';
    await expect(openDatabase(queueUrl(open.href))).rejects.toThrow(
      /cannot be opened \(it asks for a password, and none is in the URL, in PGPASSWORD or in ~\/\.pgpass\)/,
    );
    // And the command ends: a socket that was left open would keep it for ever.
    const status = await promisify(execFile)(
      process.execPath,
      [join(packageRoot(), 'bin/gigaramp.js'), 'queue', 'status', open.href],
      { timeout: 60_000, env: { ...process.env, PGPASSWORD: '', PGPASSFILE: '/dev/null' } },
    ).catch((error: { code: number; killed: boolean }) => error);
    expect(status).toMatchObject({ code: 2, killed: false });
  });

  test('keeps its password and data where only its owner reads them', () => {
    const at = (name: string): number => statSync(join(server!.folder, name)).mode & 0o777;
    expect([at('server.json'), at('data')]).toEqual([0o600, 0o700]);
    expect(existsSync(join(server!.folder, 'password'))).toBe(false);
    expect(readFileSync(join(server!.folder, 'data/pg_hba.conf'), 'utf8')).not.toMatch(
      /^(host|local).*trust/m,
    );
  });

  test('has the same URL when it is stopped and started, and goes on where it runs', async () => {
    await server!.stop();
    const again = await embeddedServer({ folder: server!.folder });
    expect(again.url).toBe(server!.url);
    await again.start();
    await again.start();
    expect(await setting('max_connections')).toBe('400');
    await expect(embeddedServer({ folder: server!.folder, port: 1 })).rejects.toThrow(
      /^queue: port 1, but the queue in .* has \d+, expected that$/,
    );
  });

  test('needs no script of its package to have run: a copy has the links and rights that one makes', async () => {
    const { initdb } = await serverFiles({ folder, copy: false });
    const native = dirname(dirname(initdb));
    const bare = join(folder, 'bare');
    copyFiles(native, bare);
    const list = readFileSync(join(native, 'pg-symlinks.json'), 'utf8');
    const links = (JSON.parse(list) as { target: string }[]).map(({ target }) =>
      target.replace('native/', ''),
    );
    expect(links.length).toBeGreaterThan(0);
    for (const link of links) rmSync(join(bare, link));
    chmodSync(join(bare, 'bin/initdb'), 0o644);
    copyFiles(bare, join(folder, 'copy'));
    for (const link of links) expect(existsSync(join(folder, 'copy', link))).toBe(true);
    expect(statSync(join(folder, 'copy/bin/initdb')).mode & 0o777).toBe(0o755);
  });
});

test.skipIf(server === undefined)('an address that is none is refused, or not of this machine', async () => {
  chmodSync(folder, 0o755);
  for (const [host, message] of [
    ['0.0.0.0; reboot', /^queue: address "0\.0\.0\.0; reboot", expected one of this machine$/],
    [
      '192.0.2.1',
      /^queue: cannot listen on 192\.0\.2\.1 \(this machine has no such address\), expected an address of this machine$/,
    ],
  ] as const) {
    await expect(embeddedServer({ folder: join(folder, 'none'), host })).rejects.toThrow(message);
  }
});

test.skipIf(server === undefined)(
  'a port that cannot be used is refused before it is written down',
  async () => {
    const own = join(folder, 'ports');
    for (const [port, message] of [
      [99_999, /^queue: port 99999, expected one from 1 to 65535$/],
      [
        Number(new URL(server!.url).port),
        /^queue: cannot listen on 127\.0\.0\.1, port \d+ \(another program uses it\)/,
      ],
    ] as const) {
      await expect(embeddedServer({ folder: own, port })).rejects.toThrow(message);
      expect(existsSync(join(own, 'server.json'))).toBe(false);
    }
  },
);

test.skipIf(process.getuid?.() !== 0)(
  'runs as another user where we are root, who can enter its folder',
  () => {
    chmodSync(folder, 0o700);
    expect(() => serverAccount(folder)).toThrow(
      /^queue: embedded as root runs PostgreSQL as (postgres|nobody), who cannot enter .*, expected --out in a folder open to all/,
    );
    chmodSync(folder, 0o755);
    expect(serverAccount(folder)?.uid).toBeGreaterThan(0);
  },
);

test.skipIf(process.getuid === undefined || process.getuid() === 0)(
  'runs as ourselves where we are not root',
  () => {
    expect(serverAccount(folder)).toBeUndefined();
  },
);
