import { useState } from 'react';

/** A switch that this browser remembers. */
export function useKept(name: string, atFirst: boolean): [boolean, (is: boolean) => void] {
  const [is, setIs] = useState(() => {
    const kept = localStorage.getItem(name);
    return kept === null ? atFirst : kept === 'yes';
  });
  return [
    is,
    (wanted) => {
      localStorage.setItem(name, wanted ? 'yes' : 'no');
      setIs(wanted);
    },
  ];
}
