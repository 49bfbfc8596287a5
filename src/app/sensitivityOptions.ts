import type { Comparison, Response, ResponseEffects, ResponseIndices } from '../explain/index.ts';
import type { Seed } from '../random/index.ts';
import type { AnalysisOptions } from './runAnalysis.ts';
import type { RunResult } from './runToFolder.ts';
import type { Method } from './sensitivityMethods.ts';
import type { Varied } from './sweepSchema.ts';

/** What a sensitivity analysis found; which part depends on the method. */
export interface SensitivityResult<S> {
  readonly run: RunResult<S>;
  readonly indices: readonly ResponseIndices[];
  readonly effects: readonly ResponseEffects[];
  /** Each end of each factor against the base. */
  readonly swings: readonly { readonly point: string; readonly comparisons: readonly Comparison[] }[];
}

/** Options of `sensitivity`. */
export interface SensitivityOptions<S> extends AnalysisOptions<S> {
  readonly method: Method;
  /** What is varied; default all uncertain inputs of the scenario. */
  readonly varied?: readonly Varied[] | undefined;
  /** Rows of sobol (default 512), trajectories of morris (default 10). */
  readonly size?: number | undefined;
  /** Seed of the design, apart from that of the run. */
  readonly designSeed?: Seed | undefined;
  /** Names of what is explained; default what is telling of the target, and all milestones. */
  readonly responses?: readonly string[] | undefined;
  /** Told what is explained first, before anything is run for it. */
  readonly onResponse?: ((response: Response) => void) | undefined;
}
