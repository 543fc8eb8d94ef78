import {
  IconAlertTriangle,
  IconArrowBackUp,
  IconCheck,
  IconChevronRight,
  IconRepeat,
  IconX,
} from '@tabler/icons-react';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { Badge } from '../../src/badges/badge';
import type { Exchange } from '../api/desk';
import { useSay } from '../words';
import { pathOf, toneOf } from './exchange';
import { ExchangeDetails } from './exchange_details';
import classes from './exchange_row.module.css';

const glyphs = { good: IconCheck, open: IconAlertTriangle, call_out: IconX } as const;

function Status({ exchange }: { exchange: Exchange }) {
  const say = useSay();
  const tone = toneOf(exchange);
  const word = exchange.status === 0 ? say('phone.wire.no_answer') : String(exchange.status);
  const glyph = tone in glyphs ? glyphs[tone as keyof typeof glyphs] : IconCheck;
  return <Badge tone={tone} icon={glyph} word={word} />;
}

/** One webhook and its answer, in a line; all of it when it is opened. */
export function ExchangeRow({ exchange }: { exchange: Exchange }) {
  const say = useSay();
  const { formatTime } = useIntl();
  const [isOpen, setOpen] = useState(false);
  const {
    number,
    at,
    what,
    method,
    url,
    attempt,
    is_fallback: isFallback,
    milliseconds,
  } = exchange;
  return (
    <li>
      <button
        type="button"
        className={classes.row}
        aria-expanded={isOpen}
        aria-controls={isOpen ? `exchange-${number}` : undefined}
        onClick={() => setOpen(!isOpen)}
      >
        <IconChevronRight className={classes.chevron} size={16} stroke={2} aria-hidden />
        <span className={classes.what} lang="en">
          {what}
        </span>
        <span className={classes.badges}>
          {attempt > 1 && (
            <Badge tone="waiting" icon={IconRepeat} word={say('phone.wire.attempt', { attempt })} />
          )}
          {isFallback && (
            <Badge tone="open" icon={IconArrowBackUp} word={say('phone.wire.fallback')} />
          )}
          <Status exchange={exchange} />
        </span>
        <span className={classes.path}>
          {method} {pathOf(url)}
        </span>
        <span className={classes.when}>
          <span>{say('phone.wire.milliseconds', { milliseconds })}</span>
          <time dateTime={at}>
            {formatTime(at, { hour: 'numeric', minute: '2-digit', second: '2-digit' })}
          </time>
        </span>
      </button>
      {isOpen && <ExchangeDetails id={`exchange-${number}`} exchange={exchange} />}
    </li>
  );
}
