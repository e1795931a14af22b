// j, k and x walk through the results, c compares. These keys are off while somebody types, and where the
// footer's switch has turned them off (shortcuts.js).

function cards() {
  return [...document.querySelectorAll("#results .card-title a")];
}

function move(step) {
  const links = cards();
  const here = links.indexOf(document.activeElement);
  const next = here < 0 ? (step > 0 ? 0 : links.length - 1) : here + step;
  links[next]?.focus();
}

function choose() {
  document.activeElement?.closest(".card")?.querySelector("[name=p]")?.click();
}

function compare() {
  document.querySelector("#tray [formaction]")?.click();
}

const actions = { j: () => move(1), k: () => move(-1), x: choose, c: compare };

document.addEventListener("shortcut", (event) => actions[event.detail]?.());

// What is looked for among a filter's values is no filter: leaving the box must not ask for results.
document.addEventListener(
  "change",
  (event) => {
    if (event.target.matches(".facet-find")) event.stopPropagation();
  },
  true,
);
