import {
  IconArrowBackUp,
  IconBan,
  IconCheck,
  IconCoins,
  IconCoinOff,
  IconEyeCheck,
  type Icon,
} from '@tabler/icons-react';
import type { Act } from './acts';

export const actIcons: Record<Act, Icon> = {
  acknowledge: IconEyeCheck,
  approve: IconCheck,
  charge: IconCoins,
  do_not_charge: IconCoinOff,
  deny: IconBan,
  cancel: IconArrowBackUp,
};
