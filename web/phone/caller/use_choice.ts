import { useState } from 'react';
import type { Choice } from './callers';

const kept = 'callout-phone-choice';
const atFirst: Choice = { person: '', origin: 'own', typed: '' };

function recalled(): Choice {
  try {
    return { ...atFirst, ...(JSON.parse(sessionStorage.getItem(kept) ?? '{}') as Partial<Choice>) };
  } catch {
    return atFirst;
  }
}

/** Whose telephone this window is: another window may be another one. */
export function useChoice(): [Choice, (choice: Choice) => void] {
  const [choice, setChoice] = useState(recalled);
  return [
    choice,
    (chosen) => {
      sessionStorage.setItem(kept, JSON.stringify(chosen));
      setChoice(chosen);
    },
  ];
}
