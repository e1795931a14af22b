// [data-copy="ID"] copies what the field with that id holds.

const COPIED = "Copied";

document.addEventListener("click", async (event) => {
  const button = event.target.closest("[data-copy]");
  if (!button || button.textContent === COPIED) return;
  const field = document.getElementById(button.dataset.copy);
  field.select(); // where the clipboard is closed to us, two keys do the rest
  if (!navigator.clipboard) return;
  const before = button.textContent;
  await navigator.clipboard.writeText(field.value);
  button.textContent = COPIED;
  setTimeout(() => (button.textContent = before), 2000);
});
