export { writeReport, type WrittenReport } from './writeReport.ts';
