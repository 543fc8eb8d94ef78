/** What a form says before the server is asked; the server judges by itself. */
export function looksLikeEmail(text: string): boolean {
  return /^[^\s@]+@[^\s@]+$/.test(text.trim());
}

export function looksLikeAddress(text: string): boolean {
  return looksLikeEmail(text) || text.replaceAll(/\D/g, '').length >= 7;
}

export const shortestPassword = 12;

export function isLongEnough(password: string): boolean {
  return Array.from(password).length >= shortestPassword;
}

/** As people copy it: "123 456". */
export function bareCode(text: string): string {
  return text.replaceAll(/[\s-]/g, '');
}
