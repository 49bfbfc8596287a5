import { calibrate, type SimulatedSite } from './calibration.ts';
import { logSpreadOf } from './chainSpread.ts';
import { ownerKey, type Prior } from './layer.ts';
import { CASES, type CaseName } from './publishedCounts.ts';
import { providerTempo, type ProviderTempo } from './tempo.ts';

/** A tempo as a catalog holds it. */
export interface TempoEntry {
  readonly name: string;
  readonly quantity: string;
  /** `normal(mean, sd) ratio`, on the logarithm. */
  readonly value: string;
}

const NOBODY = '';

/**
 * The tempos that shipped scenarios take: of Amazon's new builds, of an owner that the record does not know by kind,
 * and of each case, with its own site left out.
 *
 * What the record supports is the spread of the whole forecast. Where a case's own chain is narrower than that of the
 * usual campus (a substation that stands, no network upgrade), the difference is put into the spread of its tempo:
 * nothing says that such sites keep their dates better.
 *
 * @param options.chains days to the first count of each case by its own chain, as `chainDays` gives them
 * @throws RangeError when a case is not in the record.
 */
export function tempoEntries(
  sites: readonly SimulatedSite[],
  { chains }: { chains: Readonly<Record<CaseName, Float64Array>> },
): TempoEntry[] {
  const all = calibrate(sites);
  const usual = [
    ['amazon-greenfield', 'greenfield', 'amazon', 'new builds of Amazon'],
    ['any-owner-greenfield', 'greenfield', NOBODY, 'new builds of an owner not in the record'],
    ['any-owner-conversion', 'conversion', NOBODY, 'conversions by an owner not in the record'],
  ] as const;
  return [
    ...usual.flatMap(([name, kind, owner, of]) =>
      entriesOf({ name, of, tempo: providerTempo(all.stated!, { kind, owner }) }),
    ),
    ...(Object.keys(CASES) as CaseName[]).flatMap((name) => {
      const { site, kind } = CASES[name];
      const own = sites.find((each) => each.site.name === site);
      if (own === undefined) throw new RangeError(`record: no site "${site}", expected that of ${name}`);
      const { stated } = calibrate(
        sites.filter((each) => each !== own),
        { from: all },
      );
      const tempo = providerTempo(stated!, { kind, owner: ownerKey(own.site.owner) });
      const usualSpread = logSpreadOf(own.simulated.firstBlock);
      const missing = Math.max(0, usualSpread ** 2 - logSpreadOf(chains[name]) ** 2);
      return entriesOf({
        name,
        of: `${site}, from all other sites`,
        tempo: { ...tempo, logSpread: widened(tempo.logSpread, missing) },
      });
    }),
  ];
}

// The variance of a logistic law of scale 1.
const LOGISTIC_VARIANCE = Math.PI ** 2 / 3;

/** A spread with so much more variance of the logarithm. */
function widened({ mean, sd }: Prior, variance: number): Prior {
  return { mean: Math.log(Math.exp(2 * mean) + variance / LOGISTIC_VARIANCE) / 2, sd };
}

function entriesOf({ name, of, tempo }: { name: string; of: string; tempo: ProviderTempo }): TempoEntry[] {
  const { shift, logSpread } = tempo;
  const text = ({ mean, sd }: { mean: number; sd: number }): string =>
    `normal(${digits(mean)}, ${digits(sd)}) ratio`;
  return [
    {
      name: `${name}-shift`,
      quantity: `tempo, shift of the logarithm of all durations: ${of}`,
      value: text(shift),
    },
    {
      name: `${name}-log-spread`,
      quantity: `tempo, logarithm of the spread from campus to campus: ${of}`,
      value: text(logSpread),
    },
  ];
}

const digits = (value: number): string => String(Number(value.toPrecision(4)));
