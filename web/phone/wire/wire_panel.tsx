import { IconPlugConnected, IconShieldCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { Empty } from '../../src/list/empty';
import { Segments } from '../../src/list/segments';
import type { Exchange } from '../api/desk';
import { useComplaints, useWire } from '../api/queries';
import { useSay } from '../words';
import { ComplaintRow } from './complaint_row';
import { newestFirst } from './exchange';
import { ExchangeRow } from './exchange_row';
import classes from './wire_panel.module.css';

type Shown = 'call' | 'all' | 'complaints';

function Exchanges({ exchanges, isOfCall }: { exchanges: Exchange[]; isOfCall: boolean }) {
  const say = useSay();
  if (exchanges.length === 0) {
    return (
      <Empty
        icon={IconPlugConnected}
        title={say(isOfCall ? 'phone.wire.none_of_call' : 'phone.wire.none')}
        more={say('phone.wire.none.more')}
      />
    );
  }
  return (
    <ul className={classes.rows}>
      {exchanges.map((exchange) => (
        <ExchangeRow key={exchange.number} exchange={exchange} />
      ))}
    </ul>
  );
}

function Complaints() {
  const say = useSay();
  const complaints = useComplaints() ?? [];
  if (complaints.length === 0) {
    return (
      <Empty
        icon={IconShieldCheck}
        title={say('phone.complaints.none')}
        more={say('phone.complaints.none.more')}
      />
    );
  }
  return (
    <ul className={classes.rows}>
      {complaints.map((complaint) => (
        <ComplaintRow key={complaint.number} complaint={complaint} />
      ))}
    </ul>
  );
}

/** What goes between the provider and Callout; `call` is the one in the telephone. */
export function WirePanel({ call }: { call: string | undefined }) {
  const say = useSay();
  const [shown, setShown] = useState<Shown>('all');
  const isOfCall = shown === 'call';
  const exchanges = useWire(isOfCall ? (call ?? 'none') : undefined);
  const complaints = useComplaints()?.length ?? 0;
  return (
    <section className={classes.panel} aria-labelledby="wire-title">
      <div className={classes.head}>
        <h2 id="wire-title">{say('phone.wire')}</h2>
        <Segments
          name={say('phone.wire.shown')}
          value={shown}
          choose={setShown}
          choices={[
            { value: 'call', word: say('phone.wire.call') },
            { value: 'all', word: say('phone.wire.all') },
            { value: 'complaints', word: say('phone.complaints', { count: complaints }) },
          ]}
        />
      </div>
      <section
        className={classes.scroll}
        aria-label={say('phone.wire.list')}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, by keyboard too
        tabIndex={0}
      >
        {shown === 'complaints' ? (
          <Complaints />
        ) : (
          exchanges && <Exchanges exchanges={newestFirst(exchanges)} isOfCall={isOfCall} />
        )}
      </section>
    </section>
  );
}
