// What staff pages gain when scripts run: a slash reaches "Known before?", progress that
// moves, and the eye led to what needs it.
import { define } from "./progress";
import { keys } from "./keys";

keys(document);
define();
document.querySelector<HTMLElement>("[data-focus=now]")?.focus();
