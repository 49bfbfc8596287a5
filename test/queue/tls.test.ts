import { execFileSync, spawnSync } from 'node:child_process';
import { appendFileSync, chmodSync, chownSync, copyFileSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDatabase, queueUrl } from '../../src/queue/index.ts';
import { testServer, type TestServer } from '../fixtures/postgres.ts';

const server: TestServer | undefined = await testServer();
const folder = mkdtempSync(join(tmpdir(), 'gigaramp-'));
const hasOpenssl = spawnSync('openssl', ['version']).status === 0;
if (!hasOpenssl)
  console.warn('skipped: TLS of the queue: openssl is not installed here to make certificates');
afterAll(async () => {
  await server?.remove();
  rmSync(folder, { recursive: true });
});

const openssl = (command: string): void => {
  execFileSync('openssl', command.split(' '), { cwd: folder, stdio: 'ignore' });
};

/** An authority, and for one of them a certificate of this machine's loopback address. */
function makeCertificates(): void {
  const key = '-newkey rsa:2048 -nodes';
  for (const name of ['authority', 'stranger'])
    openssl(`req -x509 ${key} -days 2 -subj /CN=${name} -keyout ${name}.key -out ${name}.crt`);
  openssl(
    `req ${key} -subj /CN=queue -addext subjectAltName=IP:127.0.0.1 -keyout server.key -out server.csr`,
  );
  const signed = '-CA authority.crt -CAkey authority.key -copy_extensions copy -days 2';
  openssl(`x509 -req -in server.csr ${signed} -out server.crt`);
}

/** Lets the server have the certificate: its key belongs to whoever owns its data. */
async function turnOn({ folder: home, stop, start }: TestServer): Promise<void> {
  await stop();
  const data = join(home, 'data');
  const { uid, gid } = statSync(data);
  for (const name of ['server.crt', 'server.key']) {
    copyFileSync(join(folder, name), join(data, name));
    chownSync(join(data, name), uid, gid);
    chmodSync(join(data, name), 0o600);
  }
  appendFileSync(join(data, 'postgresql.conf'), 'ssl = on\n');
  await start();
}

const isEncrypted = async (mode: string, host = '127.0.0.1'): Promise<boolean | undefined> => {
  const url = new URL(server!.url);
  url.hostname = host;
  const database = await openDatabase(queueUrl(`${url.href}?${mode}`));
  try {
    const [row] = await database.query<{ ssl: boolean }>(
      'select ssl from pg_stat_ssl where pid = pg_backend_pid()',
    );
    return row?.ssl;
  } finally {
    await database.close();
  }
};

const authority = (name: string): string => `sslrootcert=${encodeURIComponent(join(folder, `${name}.crt`))}`;

describe.skipIf(server === undefined || !hasOpenssl)('a connection to a PostgreSQL with TLS', () => {
  beforeAll(async () => {
    makeCertificates();
    await turnOn(server!);
  });

  test('is encrypted when the URL requires it, and open when it asks for none', async () => {
    expect(await isEncrypted('sslmode=require')).toBe(true);
    expect(await isEncrypted('sslmode=disable')).toBe(false);
  });

  test('checks with verify-full that a known authority says who is there', async () => {
    expect(await isEncrypted(`sslmode=verify-full&${authority('authority')}`)).toBe(true);
    await expect(isEncrypted(`sslmode=verify-full&${authority('stranger')}`)).rejects.toThrow(
      /cannot be opened/,
    );
  });

  test('lets verify-ca reach it by another name, and verify-full not', async () => {
    expect(await isEncrypted(`sslmode=verify-ca&${authority('authority')}`, 'localhost')).toBe(true);
    await expect(isEncrypted(`sslmode=verify-full&${authority('authority')}`, 'localhost')).rejects.toThrow(
      /cannot be opened/,
    );
  });
});
