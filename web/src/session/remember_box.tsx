import { Checkbox } from '@mantine/core';
import { useWords } from '../words/words';

export function RememberBox({
  value,
  onChange,
}: {
  value: boolean;
  onChange: (value: boolean) => void;
}) {
  const say = useWords();
  return (
    <Checkbox
      size="md"
      label={say('web.sign_in.remember')}
      description={say('web.sign_in.remember_why')}
      checked={value}
      onChange={(event) => onChange(event.currentTarget.checked)}
    />
  );
}
