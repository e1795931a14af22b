// "/" puts the cursor into the search box. Single keys get in the way of speech input and of some
// hands, so a switch in the footer turns them off for this browser (WCAG 2.1.4).

const search = document.getElementById("search");
const hint = document.getElementById("search-key");
const toggle = document.getElementById("shortcuts-switch");
const KEY = "jobsite.shortcuts";

function remembered() {
  try {
    return localStorage.getItem(KEY) !== "off";
  } catch {
    return true; // storage is forbidden: the switch then holds for this page
  }
}

let on = remembered();

function show() {
  hint.hidden = !on;
  toggle.textContent = on ? "Turn keyboard shortcuts off" : "Turn keyboard shortcuts on";
}

function press(event) {
  const typing = event.target.closest("input, textarea, select, [contenteditable]");
  if (!on || typing || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "?") {
    document.getElementById("search-help")?.click();
    return;
  }
  if (event.key !== "/") {
    document.dispatchEvent(new CustomEvent("shortcut", { detail: event.key })); // pages have keys of their own
    return;
  }
  event.preventDefault();
  search.focus();
  search.select();
}

if (search && hint && toggle) {
  toggle.hidden = false;
  show();
  document.addEventListener("keydown", press);
  toggle.addEventListener("click", () => {
    on = !on;
    try {
      localStorage.setItem(KEY, on ? "on" : "off");
    } catch {
      // see remembered()
    }
    show();
  });
}
