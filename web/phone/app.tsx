import { SidePage } from '../src/side/side_page';
import { liveSource } from './api/live_source';
import { Page } from './page/page';

export function App() {
  return (
    <SidePage live={liveSource}>
      <Page />
    </SidePage>
  );
}
