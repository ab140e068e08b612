// A form with `data-live="results"` asks as one types: it posts itself and replaces the element
// with that id. Pressing its button still opens the whole page, as it does without scripts.
import { swap } from "./swap";

const PAUSE_MS = 120;

export function live(form: HTMLFormElement): void {
  const id = form.dataset["live"];
  if (!id) {
    return;
  }
  let timer = 0;
  let running: AbortController | undefined;
  const ask = () => {
    running?.abort();
    running = new AbortController();
    const place = document.getElementById(id);
    place?.setAttribute("aria-busy", "true");
    void swap({ url: form.action, body: new FormData(form), id, signal: running.signal });
  };
  form.addEventListener("input", () => {
    window.clearTimeout(timer);
    timer = window.setTimeout(ask, PAUSE_MS);
  });
}
