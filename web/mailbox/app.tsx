import { SidePage } from '../src/side/side_page';
import { liveSource } from './api';
import { Page } from './page';

export function App() {
  return (
    <SidePage live={liveSource}>
      <Page />
    </SidePage>
  );
}
