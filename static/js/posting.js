// A fact and its words light up together, whichever of them the pointer is over or the keyboard is on.

const LIT = "lit";

function partners(fact) {
  return document.querySelectorAll(`mark[data-fact="${fact}"], #from-${fact}`);
}

function factOf(target) {
  const mark = target.closest("mark[data-fact]");
  if (mark) return mark.dataset.fact;
  const link = target.closest(".facts a[href^='#']");
  return link ? link.hash.slice(1) : "";
}

function light(event) {
  for (const one of document.querySelectorAll(`.${LIT}`)) one.classList.remove(LIT);
  const fact = factOf(event.target);
  if (fact) for (const one of partners(fact)) one.classList.add(LIT);
}

for (const kind of ["pointerover", "focusin"]) document.addEventListener(kind, light);
