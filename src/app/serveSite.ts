import { readFileSync } from 'node:fs';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { SITE_POLICY } from './sitePolicy.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.yaml': 'text/plain; charset=utf-8',
};

/** A site that is served until it is closed. */
export interface ServedSite {
  /** Such as `http://127.0.0.1:4173/`. */
  readonly address: string;
  close(): Promise<void>;
}

/** What is served, and where. */
export interface SiteOptions {
  readonly folder: string;
  /** Default 0: one that is free. */
  readonly port?: number;
  /** Texts beside the files of the folder: path without the leading slash → text. */
  readonly texts?: Readonly<Record<string, string>>;
}

/**
 * Serves the files of a folder on loopback, and texts beside them; nothing outside of the folder, and to nobody who
 * calls this machine by another name.
 *
 * @throws what the network throws, such as EADDRINUSE.
 */
export async function serveSite({ folder, port = 0, texts = {} }: SiteOptions): Promise<ServedSite> {
  const server = createServer(({ method, url = '/', headers: { host = '' } }, response) => {
    if (!/^(?:127\.0\.0\.1|localhost|\[::1\])(?::\d+)?$/.test(host)) return refuse(response, 403);
    if (method !== 'GET' && method !== 'HEAD') return refuse(response, 405);
    const { pathname } = new URL(url, 'http://localhost');
    const name = pathname === '/' ? 'index.html' : decoded(pathname.slice(1));
    const content = Object.hasOwn(texts, name) ? texts[name]! : fileIn(folder, name);
    if (content === undefined) return refuse(response, 404);
    const type = TYPES[extname(name)] ?? 'text/plain; charset=utf-8';
    response.writeHead(200, {
      'Content-Type': type,
      'Content-Security-Policy': SITE_POLICY,
      'X-Content-Type-Options': 'nosniff',
    });
    response.end(method === 'HEAD' ? undefined : content);
  });
  await listening(server, port);
  const { port: taken } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${taken}/`,
    async close() {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return '';
  }
}

/** A file of the folder itself: a name with a slash or a dot before it is none. */
function fileIn(folder: string, name: string): Buffer | undefined {
  if (!/^\w[\w.-]*$/.test(name)) return undefined;
  try {
    return readFileSync(join(folder, name));
  } catch {
    return undefined;
  }
}

function refuse(response: ServerResponse, status: number): void {
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8' });
  response.end();
}

async function listening(server: Server, port: number): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve());
  });
}
