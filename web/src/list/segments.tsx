import { VisuallyHidden } from '@mantine/core';
import { useId } from 'react';
import classes from './segments.module.css';

interface SegmentsProps<Value extends string> {
  name: string;
  value: Value;
  choose: (value: Value) => void;
  choices: readonly { value: Value; word: string }[];
}

/** One of a few, all in sight: radio buttons in the shape of a switch. */
export function Segments<Value extends string>({
  name,
  value,
  choose,
  choices,
}: SegmentsProps<Value>) {
  const group = useId();
  return (
    <fieldset className={classes.group}>
      <VisuallyHidden component="legend">{name}</VisuallyHidden>
      {choices.map((choice) => (
        <label key={choice.value} className={classes.segment}>
          <input
            type="radio"
            name={group}
            className={classes.input}
            checked={choice.value === value}
            onChange={() => choose(choice.value)}
          />
          {choice.word}
        </label>
      ))}
    </fieldset>
  );
}
