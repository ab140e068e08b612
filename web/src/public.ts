// What public pages gain when scripts run: leaving without a trace in the history.
export {};
