/** Whether a key typed there writes something. */
export function writes(at: EventTarget | null): boolean {
  return (
    at instanceof Element &&
    at.closest("textarea, select, [contenteditable], input:not([type=checkbox], [type=radio])") !==
      null
  );
}

/** A slash reaches "Known before?" from anywhere; Escape closes an opened question. */
export function keys(document: Document): void {
  document.addEventListener("keydown", (event) => {
    const plain = !event.ctrlKey && !event.metaKey && !event.altKey;
    if (event.key === "/" && plain && !writes(event.target)) {
      const known = document.querySelector<HTMLInputElement>("#known");
      if (known) {
        event.preventDefault();
        known.focus();
        known.select();
      }
    }
    if (event.key === "Escape") {
      const open = (event.target as Element | null)?.closest?.("details.confirm[open]");
      open?.removeAttribute("open");
      open?.querySelector("summary")?.focus();
    }
  });
}
