import type en from '../../../locales/en.json';

export type Language = 'en' | 'es';
export const languages: readonly Language[] = ['en', 'es'];
/** How each calls itself. */
export const names: Record<Language, string> = { en: 'English', es: 'Español' };

/** A message of locales/ that belongs to the web application; a mistyped one does not compile. */
export type WordId = WordsBelow<'web'>;
/** The messages whose ids begin with that word and a dot. */
export type WordsBelow<Prefix extends string> = Extract<keyof typeof en, `${Prefix}.${string}`>;

export const loaders: Record<Language, () => Promise<{ default: Record<string, string> }>> = {
  en: () => import('virtual:words/en'),
  es: () => import('virtual:words/es'),
};

const kept = 'callout-language';

/** Before anybody has signed in: what was chosen here last, else what the browser prefers. */
export function preferredLanguage(): Language {
  const chosen = localStorage.getItem(kept);
  if (chosen === 'en' || chosen === 'es') return chosen;
  return navigator.languages.some((tag) => tag.startsWith('en'))
    ? 'en'
    : navigator.languages.some((tag) => tag.startsWith('es'))
      ? 'es'
      : 'en';
}

export function keepLanguage(language: Language) {
  localStorage.setItem(kept, language);
}
