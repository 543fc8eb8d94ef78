interface Bank {
  name: string;
  minutes: number;
}

export interface Charge {
  name: string;
  minutes: number;
  /** What is left in the bank then. */
  after: number;
}

/**
 * What an approval takes from which bank, as the server does it: each in its order down to zero, the rest from
 * the last one, which goes below.
 */
export function chargesOf(minutes: number, banks: readonly Bank[]): Charge[] {
  let left = minutes;
  return banks
    .map(({ name, minutes: balance }, index) => {
      const isLast = index === banks.length - 1;
      const taken = isLast ? left : Math.min(left, Math.max(0, balance));
      left -= taken;
      return { name, minutes: taken, after: balance - taken };
    })
    .filter((charge) => charge.minutes > 0);
}
