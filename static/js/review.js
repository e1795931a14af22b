// A fact and the words that say so light up together, rows are added without a reload, and the keyboard
// saves: Ctrl+S keeps the draft, Ctrl+Enter publishes it and goes on to the next.

const form = document.getElementById("review-form");

function light(anchor) {
  for (const lit of document.querySelectorAll(".is-lit")) lit.classList.remove("is-lit");
  const mark = anchor && document.querySelector(`mark[data-fields~="${CSS.escape(anchor)}"]`);
  if (!mark) return;
  mark.classList.add("is-lit");
  mark.scrollIntoView({ block: "nearest" });
}

form.addEventListener("focusin", (event) => {
  light(event.target.closest("[data-anchor]")?.dataset.anchor);
});

for (const mark of form.querySelectorAll("mark[data-fields]")) {
  mark.addEventListener("click", () => {
    const anchors = mark.dataset.fields.split(" ");
    const row = anchors.map((name) => form.querySelector(`[data-anchor="${CSS.escape(name)}"]`)).find(Boolean);
    row?.querySelector("input:not([type=hidden]), select, textarea")?.focus();
  });
}

// Another empty row is a copy of the one that came with the page, under the next number.
for (const rows of form.querySelectorAll(".rows")) {
  const total = rows.querySelector('input[name$="-TOTAL_FORMS"]');
  const empty = rows.querySelector(".row-new");
  if (!total || !empty) continue;
  const another = document.createElement("button");
  another.type = "button";
  another.className = "button";
  another.textContent = `Another ${rows.dataset.one}`;
  const pattern = empty.cloneNode(true);
  another.addEventListener("click", () => {
    const row = pattern.cloneNode(true);
    const number = total.value;
    for (const part of row.querySelectorAll("[name], [for]")) {
      for (const name of ["name", "id", "for"]) {
        const value = part.getAttribute(name);
        if (value) part.setAttribute(name, value.replace(/-\d+-/, `-${number}-`));
      }
    }
    total.value = Number(number) + 1;
    another.before(row);
    row.querySelector("input:not([type=hidden]), select, textarea").focus();
  });
  rows.append(another);
}

document.addEventListener("keydown", (event) => {
  if (!event.ctrlKey && !event.metaKey) return;
  const name = event.key === "s" ? "save" : event.key === "Enter" ? "publish" : "";
  const button = name && form.elements[name];
  if (!button) return;
  event.preventDefault();
  form.requestSubmit(button);
});
