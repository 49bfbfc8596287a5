export type { Chart, ChartSettings } from './chart.ts';
export type { TimeChartSettings } from './asOf.ts';
export type { DateQuantiles, Quantiles } from './quantiles.ts';
export type { PlotArea } from './plotArea.ts';
export type { Interval } from './interval.ts';
export { darkChartColours, standalone, type Scheme } from './standalone.ts';
export { fanChart, type FanChartOptions, type FanTarget } from './fanChart.ts';
export { readinessChart, type ReadinessChartOptions, type ReadinessPoint } from './readinessChart.ts';
export { ownersChart, type OwnerFleet, type OwnersChartOptions } from './ownersChart.ts';
export { ganttChart, type GanttChartOptions } from './ganttChart.ts';
export { ganttPlaces, type GanttPlace } from './ganttPlaces.ts';
export type { GanttStage } from './ganttRows.ts';
export { bindingChart, type BindingChartOptions, type BindingPoint } from './bindingChart.ts';
export { attributionChart, type AttributionChartOptions } from './attributionChart.ts';
export { tornadoChart, type TornadoBar, type TornadoChartOptions } from './tornadoChart.ts';
export {
  chipsAndMegawattsChart,
  type ChipsAndMegawattsChartOptions,
  type ChipsPoint,
  type MegawattsPoint,
} from './chipsAndMegawattsChart.ts';
export { spendChart, type SpendChartOptions } from './spendChart.ts';
export { largestClusterChart, type LargestClusterChartOptions } from './largestClusterChart.ts';
export { lockInChart, type LockInChartOptions, type LockInLine, type LockInPoint } from './lockInChart.ts';
export { sweepChart, type SweepChartOptions, type SweepChartPoint } from './sweepChart.ts';
export { intervalsChart, type IntervalsChartOptions } from './intervalsChart.ts';
export { fleetsChart, type Fleet, type FleetsChartOptions } from './fleetsChart.ts';
export { fifthsChart, type FifthsChartOptions } from './fifthsChart.ts';
export { reliabilityChart, type ReliabilityChartOptions, type ReliabilityPoint } from './reliabilityChart.ts';
