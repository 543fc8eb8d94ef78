import { useEffect, useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import type { Outcome } from './outcome';

/** What the page before has to say, such as to whom a call-out was assigned: told once, not after a reload or Back. */
export function useHandedOver(): Outcome | undefined {
  const { state, pathname } = useLocation();
  const navigate = useNavigate();
  const [outcome] = useState(() => (state as { outcome?: Outcome } | null)?.outcome);
  const isTold = state !== null;
  useEffect(() => {
    if (isTold) void navigate(pathname, { replace: true, state: null });
  }, [isTold, pathname, navigate]);
  return outcome;
}
