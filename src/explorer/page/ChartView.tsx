import type { JSX } from 'preact';
import { BindingView } from './BindingView.tsx';
import { BlameView } from './BlameView.tsx';
import { FanView } from './FanView.tsx';
import { ReadinessView } from './ReadinessView.tsx';
import { SitesView } from './SitesView.tsx';
import { SpendView } from './SpendView.tsx';
import { TenantsView } from './TenantsView.tsx';
import type { ViewProps } from './viewProps.ts';

/** The view that is chosen, drawn. */
export function ChartView(props: ViewProps): JSX.Element {
  switch (props.state.view) {
    case 'fan':
      return <FanView {...props} />;
    case 'sites':
      return <SitesView {...props} />;
    case 'binding':
      return <BindingView {...props} />;
    case 'blame':
      return <BlameView {...props} />;
    case 'tenants':
      return <TenantsView {...props} />;
    case 'spend':
      return <SpendView {...props} />;
    default:
      return <ReadinessView {...props} />;
  }
}
