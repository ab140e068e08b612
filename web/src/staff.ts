// What staff pages gain when scripts run.
import "htmx.org";
