import { InputError } from '../experiment/index.ts';

/** Where a queue is. */
export interface QueueUrl {
  /** With what it takes to enter: for the connection only, never to be shown. */
  readonly connection: string;
  /** Host, port and database, for people to read. */
  readonly shown: string;
}

/** The environment variable that stands for the URL, which a command line would show to everybody on the machine. */
export const URL_VARIABLE = 'GIGARAMP_QUEUE';

/** Without `allow` and `prefer`: a connection that is open to all when the server wishes so is what nobody asks for. */
const tlsModes = ['disable', 'require', 'verify-ca', 'verify-full'];

/** One that is mistyped would be passed over, and with it what it asks. */
const PARAMETERS = [
  'sslmode',
  'sslrootcert',
  'sslcert',
  'sslkey',
  'host',
  'user',
  'password',
  'options',
  'application_name',
  'connect_timeout',
];

/**
 * Reads the URL of a PostgreSQL database; without one, that of the environment. `sslmode` means what it means to
 * PostgreSQL's own programs, where `require` does not check who the server is.
 *
 * @throws InputError, in which nothing of the text is repeated.
 * @example queueUrl('postgres://me:secret@db:5432/lab').shown; // 'db:5432/lab'
 */
export function queueUrl(text: string | undefined, environment: Readonly<NodeJS.ProcessEnv> = {}): QueueUrl {
  const given = text ?? environment[URL_VARIABLE];
  if (given === undefined || given === '') {
    throw new InputError(`queue: no URL, expected postgres://user@host/database here or in ${URL_VARIABLE}`);
  }
  const url = parsed(given);
  if (url === undefined) {
    throw new InputError('queue: no URL of PostgreSQL, expected postgres://user@host:port/database');
  }
  for (const name of url.searchParams.keys()) {
    if (!PARAMETERS.includes(name))
      throw new InputError(`queue: parameter ${JSON.stringify(name)}, expected ${PARAMETERS.join(', ')}`);
  }
  const mode = url.searchParams.get('sslmode');
  if (mode !== null && !tlsModes.includes(mode)) {
    throw new InputError(`queue: sslmode ${JSON.stringify(mode)}, expected ${tlsModes.join(', ')}`);
  }
  if (mode !== null) url.searchParams.set('uselibpqcompat', 'true');
  const host = url.searchParams.get('host') ?? url.hostname;
  const port = url.port === '' ? '5432' : url.port;
  return { connection: url.href, shown: `${host}:${port}${url.pathname}` };
}

function parsed(text: string): URL | undefined {
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  return ['postgres:', 'postgresql:'].includes(url.protocol) && url.host !== '' ? url : undefined;
}
