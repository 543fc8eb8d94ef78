import { IconAlertTriangleFilled } from '@tabler/icons-react';
import { useWords } from '../words/words';
import { Badge } from './badge';

/** The one red thing on a page: somebody can't come. */
export function CallOutBadge() {
  return (
    <Badge tone="call_out" icon={IconAlertTriangleFilled} word={useWords()('web.badge.call_out')} />
  );
}
