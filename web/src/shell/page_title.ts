import { useDocumentTitle } from '@mantine/hooks';

/** The browser tab's title: the most particular first. `count` of what waits: "(2) Today · Riverside Clinic". */
export function usePageTitle(title: string, organization: string, count = 0) {
  useDocumentTitle(`${count > 0 ? `(${count}) ` : ''}${title} · ${organization}`);
}
