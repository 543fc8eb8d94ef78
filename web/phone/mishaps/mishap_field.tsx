import { Switch } from '@mantine/core';
import { useId } from 'react';
import { useIntl } from 'react-intl';
import { useWordsOfCode } from '../../src/words/words';
import type { Chaos } from '../api/desk';
import { useSay, type PhoneWordId } from '../words';
import classes from './mishap_field.module.css';
import { codes, strikes, type Mishap } from './mishaps';

interface MishapFieldProps {
  mishap: Mishap;
  chaos: Chaos;
  set: (chaos: Chaos) => void;
}

function Amount({ mishap, chaos, set }: MishapFieldProps) {
  const say = useSay();
  const { formatNumber } = useIntl();
  const id = useId();
  const { name, unit, most, step } = mishap;
  const value = Number(chaos[name] ?? 0);
  const shown =
    unit === 'percent'
      ? formatNumber(value / 100, { style: 'percent' })
      : say('phone.mishaps.seconds', {
          seconds: formatNumber(value / 1000, { maximumFractionDigits: 1 }),
        });
  return (
    <div className={classes.amount} data-on={(strikes(name) && value > 0) || undefined}>
      <label htmlFor={id}>{say(`phone.mishap.${name}`)}</label>
      <output htmlFor={id}>{shown}</output>
      <input
        id={id}
        type="range"
        min={0}
        max={most}
        step={step}
        value={value}
        aria-valuetext={shown}
        onChange={({ currentTarget }) => set({ ...chaos, [name]: Number(currentTarget.value) })}
      />
    </div>
  );
}

function Code({ chaos, set }: Omit<MishapFieldProps, 'mishap'>) {
  const say = useSay();
  const sayCode = useWordsOfCode<PhoneWordId>();
  const id = useId();
  return (
    <div className={classes.code}>
      <label htmlFor={id}>{say('phone.mishap.undelivered_code')}</label>
      <select
        id={id}
        value={chaos.undelivered_code ?? codes[0]}
        onChange={({ currentTarget }) =>
          set({ ...chaos, undelivered_code: Number(currentTarget.value) })
        }
      >
        {codes.map((code) => (
          <option key={code} value={code}>
            {`${code}: ${sayCode('phone.text.error', String(code), 'phone.text.error.other')}`}
          </option>
        ))}
      </select>
    </div>
  );
}

/** One mishap: how often, how long, whether, or which. */
export function MishapField({ mishap, chaos, set }: MishapFieldProps) {
  const say = useSay();
  if (mishap.unit === 'code') return <Code chaos={chaos} set={set} />;
  if (mishap.unit === 'switch') {
    return (
      <Switch
        classNames={{ body: classes.switch ?? '', labelWrapper: classes.label ?? '' }}
        labelPosition="left"
        label={say(`phone.mishap.${mishap.name}`)}
        checked={chaos[mishap.name] === true}
        onChange={({ currentTarget }) => set({ ...chaos, [mishap.name]: currentTarget.checked })}
      />
    );
  }
  return <Amount mishap={mishap} chaos={chaos} set={set} />;
}
