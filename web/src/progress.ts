// <clew-progress> asks for itself again while work goes on, and for the whole page once it ended,
// since then there is more to see than the bar.
import { swap } from "./swap";

const FIRST_MS = 1000;
const LAST_MS = 8000;

/** Waits a little longer each time, up to a limit. */
export function pause(tries: number): number {
  return Math.min(LAST_MS, FIRST_MS * 1.3 ** tries);
}

class ClewProgress extends HTMLElement {
  static tries = 0;
  #timer = 0;

  connectedCallback(): void {
    if (this.dataset["state"] === "GOING_ON") {
      this.#timer = window.setTimeout(() => void this.#refresh(), pause(ClewProgress.tries));
    } else if (ClewProgress.tries > 0) {
      location.reload();
    }
  }

  disconnectedCallback(): void {
    window.clearTimeout(this.#timer);
  }

  async #refresh(): Promise<void> {
    ClewProgress.tries += 1;
    const came = document.hidden ? "unanswered" : await swap(location.href, this.id);
    if (came === "unanswered") {
      this.connectedCallback();
    } else if (came === "gone") {
      location.reload();
    }
  }
}

export function define(): void {
  customElements.define("clew-progress", ClewProgress);
}
