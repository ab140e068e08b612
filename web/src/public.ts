// What public pages gain when scripts run: leaving without a trace in the history.
import { watch } from "./leaving";

watch(window as Parameters<typeof watch>[0]);
