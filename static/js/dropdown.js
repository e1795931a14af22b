// A <details class="dropdown"> opens without this; here it also closes like a menu: on Escape, with the
// focus back on its button, and when something beside it is pressed.

const openOnes = () => document.querySelectorAll("details.dropdown[open]");

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  for (const dropdown of openOnes()) {
    if (dropdown.contains(document.activeElement)) dropdown.querySelector("summary").focus();
    dropdown.open = false;
  }
});

document.addEventListener("pointerdown", (event) => {
  for (const dropdown of openOnes()) {
    if (!dropdown.contains(event.target)) dropdown.open = false;
  }
});
