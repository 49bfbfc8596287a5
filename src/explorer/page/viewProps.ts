import type { Picture } from '../picture.ts';
import type { Facts } from '../scenarioFacts.ts';
import type { PageState } from '../link/pageState.ts';
import type { DeskHandle, Said } from './useDesk.ts';

/** What every view of charts gets. */
export interface ViewProps {
  readonly state: PageState;
  readonly said: Said;
  readonly facts: Facts;
  readonly picture: Picture;
  readonly tell: DeskHandle['tell'];
  readonly onChange: (part: Partial<PageState>) => void;
}
