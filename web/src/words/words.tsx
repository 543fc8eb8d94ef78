import { createContext, use, useEffect, useMemo, useState, type ReactNode } from 'react';
import { IntlProvider, useIntl, type IntlShape } from 'react-intl';
import { keepLanguage, loaders, preferredLanguage, type Language, type WordId } from './languages';

interface LanguageChoice {
  language: Language;
  choose: (language: Language) => void;
}
const Choice = createContext<LanguageChoice | null>(null);

export function useLanguage(): LanguageChoice {
  const choice = use(Choice);
  if (!choice) throw new Error('no WordsProvider above');
  return choice;
}

/** Every sentence below it, in the reader's language; shows nothing until the words are there. */
export function WordsProvider({ children }: { children: ReactNode }) {
  const [language, setLanguage] = useState<Language>(preferredLanguage);
  const [loaded, setLoaded] = useState<{ language: Language; words: Record<string, string> }>();

  useEffect(() => {
    let isWanted = true;
    void loaders[language]().then(({ default: words }) => {
      if (!isWanted) return;
      document.documentElement.lang = language;
      setLoaded({ language, words });
    });
    return () => {
      isWanted = false;
    };
  }, [language]);

  const choice = useMemo(
    () => ({
      language,
      choose: (wanted: Language) => {
        keepLanguage(wanted);
        setLanguage(wanted);
      },
    }),
    [language],
  );
  if (!loaded) return null;
  return (
    <Choice value={choice}>
      <IntlProvider locale={loaded.language} defaultLocale="en" messages={loaded.words}>
        {children}
      </IntlProvider>
    </Choice>
  );
}

type Values = Record<string, string | number | boolean | Date | null | undefined>;

/** `say('web.board.out_of', { out: 2, of: 6 })`; another application names what its own ids are. */
export function useWords<Id extends string = WordId>(): (id: Id, values?: Values) => string {
  const intl = useIntl();
  return useMemo(() => sayWith<Id>(intl), [intl]);
}

export function sayWith<Id extends string = WordId>(intl: IntlShape) {
  return (id: Id, values?: Values) => intl.formatMessage({ id }, values);
}

/** For ids made of a code of the API; one that this version has no words for says `otherwise`. */
export function useWordsOfCode<Id extends string = WordId>(): (
  prefix: string,
  code: string,
  otherwise: Id,
) => string {
  const intl = useIntl();
  return useMemo(
    () => (prefix: string, code: string, otherwise: Id) => {
      const id = `${prefix}.${code.replaceAll('-', '_')}`;
      return intl.formatMessage({ id: id in intl.messages ? id : otherwise });
    },
    [intl],
  );
}

/** Of a type of leave or a bank, which an organization may rename: in English as it is called there, else our word. */
export function useNameOf(): (kind: 'type' | 'bank', code: string, name: string) => string {
  const intl = useIntl();
  return useMemo(
    () => (kind, code, name) => {
      const id = `web.${kind}.${code}`;
      return intl.locale === 'en' || !(id in intl.messages) ? name : intl.formatMessage({ id });
    },
    [intl],
  );
}
