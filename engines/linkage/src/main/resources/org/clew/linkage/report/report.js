// The slider over thresholds. Everything it says stands in the table below it, too.
const told = JSON.parse(document.getElementById("thresholds").textContent);
const slider = document.getElementById("bits");
const means = document.getElementById("bits-means");
const said = document.getElementById("bits-said");
const mark = document.getElementById("bits-mark");
const steps = told.steps;
const count = (number) => Math.round(number).toLocaleString("en");
const percent = (share) => (share * 100).toFixed(1) + " %";
const signed = (bits) => bits.toFixed(2).replace("-", "−");

function show() {
  const [bits, pairs, right, review, reaching] = steps[slider.value];
  const precision = pairs === 0 ? 1 : Math.min(1, right / pairs);
  const recall = told.matches <= 0 ? 0 : Math.min(1, right / told.matches);
  said.textContent = signed(bits);
  slider.setAttribute("aria-valuetext", signed(bits) + " bits");
  means.textContent =
    count(pairs) + " pairs, of which about " + count(Math.max(0, pairs - right)) +
    " are expected to be wrong (precision " + percent(precision) + "); about " +
    count(Math.max(0, told.matches - right)) + " are expected to be missed (recall " +
    percent(recall) + "). " + count(review) + " pairs to review. " + percent(reaching) +
    " of the rows can reach it.";
  const from = steps[0][0];
  const wide = Math.max(1, steps[steps.length - 1][0] - from);
  const x = told.left + ((bits - from) / wide) * (told.right - told.left);
  mark.setAttribute("x1", x);
  mark.setAttribute("x2", x);
}

const now = document.querySelector("#threshold .here");
if (now !== null) {
  const box = now.closest(".scroll");
  const down = now.getBoundingClientRect().top - box.getBoundingClientRect().top;
  box.scrollTop += down - box.clientHeight / 2;
}

// What is folded on a screen is not folded on paper, in browsers that do not do so by the style.
addEventListener("beforeprint", () => {
  for (const folded of document.querySelectorAll("details")) {
    folded.open = true;
  }
});

if (steps.length > 0) {
  slider.min = 0;
  slider.max = steps.length - 1;
  slider.value = steps.reduce(
    (best, step, at) =>
      Math.abs(step[0] - told.threshold) < Math.abs(steps[best][0] - told.threshold) ? at : best,
    0,
  );
  slider.addEventListener("input", show);
  slider.form.hidden = false;
  show();
}
