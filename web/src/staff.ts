// What staff pages gain when scripts run: a slash reaches "Known before?", forms that answer while
// one types, progress that moves, and the eye led to what needs it.
import { live } from "./live";
import { define } from "./progress";
import { keys } from "./keys";

keys(document);
define();
document.querySelectorAll<HTMLFormElement>("form[data-live]").forEach(live);
document.querySelector<HTMLElement>("[data-focus=now]")?.focus();
