import { Command } from '@commander-js/extra-typings';
import { InputError } from '../../experiment/index.ts';
import { fileReason } from '../../refusal/index.ts';
import type { ServedSite, SiteOptions } from '../serveSite.ts';
import { noteLine, printLine, type Console } from './console.ts';
import { countFromZero } from './numbers.ts';
import type { ShippedModel } from './pointsCommand.ts';

/** `gigaramp explore`: the explorer on loopback, until it is stopped. */
export function exploreCommand<S>({
  shipped,
  console,
}: {
  shipped: ShippedModel<S>;
  console: Console;
}): Command {
  const command = new Command('explore')
    .description('serve the explorer, the simulator on a web page, on this machine alone')
    .argument('[scenario]', 'scenario file, or output folder of a run (default: the shipped scenario)')
    .option('-p, --port <number>', 'port (default: one that is free)', countFromZero)
    .action(async (path, { port = 0 }) => {
      // No other command needs a server, nor its scenario as a link.
      const [{ explorerSite }, { exploreLink }] = await Promise.all([
        import('../explorerSite.ts'),
        import('../exploreLink.ts'),
      ]);
      const folder = explorerSite();
      const { link, texts, remarks } = exploreLink(await shipped(), path);
      for (const remark of remarks) noteLine(console, `warning: ${remark}`);
      const site = await served({ folder, port, texts });
      printLine(console, `${site.address}${link === '' ? '' : `#${link}`}`);
      noteLine(console, 'open it in a browser; stop with Ctrl+C');
      await stopped();
      await site.close();
    });
  return command as unknown as Command;
}

async function served(options: SiteOptions): Promise<ServedSite> {
  const { serveSite } = await import('../serveSite.ts');
  try {
    return await serveSite(options);
  } catch (error) {
    throw new InputError(
      `port: ${options.port} cannot be used (${fileReason(error)}), expected one that is free`,
    );
  }
}

async function stopped(): Promise<void> {
  await new Promise<void>((resolve) => {
    process.once('SIGINT', () => resolve());
    process.once('SIGTERM', () => resolve());
  });
}
