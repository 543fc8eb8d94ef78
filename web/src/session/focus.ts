/** A ref for what the keyboard shall be at as soon as it is there. */
export function focusAtOnce(element: HTMLElement | null) {
  element?.focus({ preventScroll: true });
}

/** To the first field of a form that says that something is wrong with it. */
export function focusOnWrongField(form: HTMLFormElement | null) {
  // What is wrong is shown by the next rendering.
  requestAnimationFrame(() => form?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
}
