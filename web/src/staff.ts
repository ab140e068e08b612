// What staff pages gain when scripts run.
document.addEventListener("keydown", (event) => {
  const at = event.target as HTMLElement;
  if (
    event.key === "/" &&
    !event.ctrlKey &&
    !event.metaKey &&
    !at.closest("input, textarea, select")
  ) {
    event.preventDefault();
    document.getElementById("known")?.focus();
  }
});
