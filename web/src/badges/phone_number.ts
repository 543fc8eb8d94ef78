/** "+15550100123" → "+1 555 010 0123"; other countries' numbers stay as they are. */
export function readablePhoneNumber(number: string): string {
  const [, area, exchange, line] = /^\+1(\d{3})(\d{3})(\d{4})$/.exec(number) ?? [];
  return line ? `+1 ${area} ${exchange} ${line}` : number;
}
