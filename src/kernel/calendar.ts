export interface WorkingCalendar {
  advance(start: number, workingDays: number): number;
}
