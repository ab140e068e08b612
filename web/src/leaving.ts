// Leaving at once: the page is emptied before anything is asked of the network, our server is told
// (it forgets the session and makes the browser forget), and the history keeps no way back here.

const PRESSES = 3;
const WITHIN_MS = 3000;

/** True when the same key of the two came `PRESSES` times in a row, quickly. */
export function pressCounter(now: () => number): (key: string) => boolean {
  let presses: number[] = [];
  let last = "";
  return (key) => {
    if (key !== "Escape" && key !== "Shift") {
      presses = [];
      return false;
    }
    const at = now();
    presses = key === last ? presses.filter((then) => at - then < WITHIN_MS) : [];
    presses.push(at);
    last = key;
    return presses.length >= PRESSES;
  };
}

interface Entries {
  readonly currentEntry: { readonly index: number } | null;
  entries(): readonly unknown[];
}

/**
 * Whether the visitor came here by Back from a foreign page. Nothing of ours links outside, so that
 * can only follow a leaving (or an address typed over this page).
 */
export function cameBackFromOutside(type: string, navigation: Entries | undefined): boolean {
  const current = navigation?.currentEntry;
  return (
    type === "back_forward" && current != null && current.index === navigation!.entries().length - 1
  );
}

function wipe(document: Document): void {
  document.title = "";
  document.body?.replaceChildren();
}

function forget(window: Window): void {
  for (const storage of ["sessionStorage", "localStorage"] as const) {
    try {
      window[storage].clear();
    } catch {
      // Storage may be switched off; then there is nothing to forget.
    }
  }
}

export function watch(window: Window & { navigation?: Entries }): void {
  const { document, location } = window;
  const link = document.querySelector<HTMLAnchorElement>("#leave");
  if (link === null) {
    return;
  }
  const target = link.href;
  let left = false;
  const leave = () => {
    left = true;
    document.querySelectorAll("form").forEach((form) => form.reset());
    wipe(document);
    forget(window);
    location.replace(target);
  };
  link.addEventListener("click", (event) => {
    event.preventDefault();
    leave();
  });
  const pressed = pressCounter(Date.now);
  window.addEventListener("keydown", (event) => {
    if (!event.repeat && pressed(event.key)) {
      leave();
    }
  });
  // A page kept in the back-forward cache comes back with `left` as it was.
  window.addEventListener("pageshow", (event) => {
    if (event.persisted && left) {
      leave();
    }
  });
  const entry = window.performance.getEntriesByType("navigation")[0] as
    PerformanceNavigationTiming | undefined;
  if (cameBackFromOutside(entry?.type ?? "", window.navigation)) {
    leave();
  }
}
