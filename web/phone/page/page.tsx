import { useState } from 'react';
import { Announcements } from './announcements';
import { useLineQuery } from '../api/queries';
import type { Line } from '../api/desk';
import { callerOf, idOf, telephoneWith } from '../caller/callers';
import { useChoice } from '../caller/use_choice';
import { WhoCard } from '../caller/who_card';
import { PhonePanel } from '../call/phone_panel';
import { MessagesPanel } from '../messages/messages_panel';
import { Refusal } from '../../src/side/refusal';
import { useSay } from '../words';
import { WirePanel } from '../wire/wire_panel';
import { Elsewhere } from './elsewhere';
import { Head } from './head';
import classes from './page.module.css';
import { Tabs, type Tab } from './tabs';
import { useKept } from './use_kept';
import { SignedOut } from './signed_out';
import { useLatestCall } from './use_latest_call';
import { Unreachable } from './unreachable';

function Desk({ line }: { line: Line }) {
  const say = useSay();
  const [choice, choose] = useChoice();
  const [tab, setTab] = useState<Tab>('phone');
  const [isAloud, setAloud] = useKept('callout-phone-aloud', true);
  const [hasKeys, setKeys] = useKept('callout-phone-keys', true);
  const caller = callerOf(line, choice);
  const { latest, isRinging } = useLatestCall(caller.number);
  // A telephone that rings is looked at.
  const [rang, setRang] = useState(false);
  if (rang !== isRinging) {
    setRang(isRinging);
    if (isRinging) setTab('phone');
  }
  return (
    <div className={classes.page}>
      <Head
        line={line}
        hasKeys={hasKeys}
        setKeys={setKeys}
        news={
          <Elsewhere
            line={line}
            caller={caller}
            take={(number, wanted) => {
              const telephone = telephoneWith(line, number);
              if (telephone) choose({ ...choice, person: idOf(telephone), origin: 'own' });
              setTab(wanted);
            }}
          />
        }
      />
      <main id="page" tabIndex={-1} className={classes.columns} data-tab={tab}>
        <section className={classes.phone} aria-label={say('phone.tab.phone')}>
          <WhoCard line={line} caller={caller} choice={choice} choose={choose} />
          <PhonePanel
            key={caller.number}
            line={line}
            caller={caller}
            isAloud={isAloud}
            setAloud={setAloud}
            hasKeys={hasKeys}
          />
        </section>
        <div className={classes.messages}>
          <MessagesPanel line={line} caller={caller} />
        </div>
        <div className={classes.wire}>
          <WirePanel call={latest?.sid} />
        </div>
      </main>
      <Tabs tab={tab} setTab={setTab} number={caller.number} />
      <Announcements caller={caller} />
    </div>
  );
}

/** The whole page, once it knows the line. */
export function Page() {
  const { data: line, error, refetch } = useLineQuery();
  if (error instanceof Refusal && error.isSignedOut) return <SignedOut />;
  if (line) return <Desk line={line} />;
  if (!error) return null;
  const isFull = error instanceof Refusal && error.status === 503;
  return <Unreachable isFull={isFull} again={() => void refetch()} />;
}
