// While somebody types into the search box, what it may be completed to: a combobox as WAI-ARIA describes it.
// Arrow keys move through the list, Enter takes what is marked, Escape closes it. Without this the box is a box.

const box = document.getElementById("search");
const list = document.getElementById("suggestions");
const PAUSE = 120; // milliseconds without a key before the server is asked

let waiting = 0;
let asked = null; // the request under way
let marked = -1;

function options() {
  return [...list.children];
}

function close() {
  list.hidden = true;
  marked = -1;
  box.setAttribute("aria-expanded", "false");
  box.removeAttribute("aria-activedescendant");
}

function mark(place) {
  const all = options();
  marked = (place + all.length) % all.length;
  all.forEach((option, number) => option.setAttribute("aria-selected", String(number === marked)));
  box.setAttribute("aria-activedescendant", all[marked].id);
  all[marked].scrollIntoView({ block: "nearest" });
}

async function ask() {
  asked?.abort();
  asked = new AbortController();
  try {
    const answer = await fetch(`${box.dataset.suggest}?${new URLSearchParams({ q: box.value })}`, {
      signal: asked.signal,
    });
    if (!answer.ok) return close();
    list.innerHTML = await answer.text();
  } catch {
    return; // the next key asks again
  }
  close();
  if (!list.childElementCount || document.activeElement !== box) return;
  list.hidden = false;
  box.setAttribute("aria-expanded", "true");
}

function press(event) {
  if (event.key === "Escape" && !list.hidden) {
    event.preventDefault(); // the browser would empty the box as well
    close();
  } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    if (list.hidden) return;
    event.preventDefault();
    mark(event.key === "ArrowDown" ? marked + 1 : marked < 0 ? -1 : marked - 1);
  } else if (event.key === "Enter" && marked >= 0) {
    event.preventDefault();
    take(options()[marked]);
  }
}

function take(option) {
  box.value = option.dataset.text;
  close();
  box.form.requestSubmit();
}

if (box && list) {
  box.setAttribute("role", "combobox");
  box.setAttribute("aria-autocomplete", "list");
  box.setAttribute("aria-controls", list.id);
  box.setAttribute("aria-expanded", "false");
  box.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(ask, PAUSE);
  });
  box.addEventListener("keydown", press);
  box.addEventListener("blur", () => setTimeout(close, 150)); // after a click on the list
  list.addEventListener("click", (event) => {
    const option = event.target.closest("[role=option]");
    if (!option) return;
    event.preventDefault();
    take(option);
  });
}
