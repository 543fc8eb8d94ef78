import { useState } from 'react';
import { noPlaces, placesAfter, type Act, type Places } from './acts';

/** Where the acts stand, from the first that there are until the page is left. */
export function usePlaces(acts: readonly Act[]): Places {
  const [places, setPlaces] = useState(noPlaces);
  const now = placesAfter(places, acts);
  if (now !== places) setPlaces(now);
  return now;
}
