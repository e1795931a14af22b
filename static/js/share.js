// [data-share] gives away the page's own address: by the phone's sheet where there is one, else by the clipboard.
// A long one becomes a short link first, for who is signed in.

const ASKING = "Copy this link:";
const COPIED = "Link copied";

const LONG = 160; // letters: about where programs for mail and chat begin to break an address

async function shortened(url) {
  const headers = JSON.parse(document.body.getAttribute("hx-headers") ?? "null");
  if (!headers || url.length < LONG) return url;
  const { pathname, search } = new URL(url);
  const body = new URLSearchParams({ address: pathname + search });
  try {
    const answer = await fetch("/s/", { method: "POST", headers, body });
    return answer.ok ? (await answer.json()).url : url;
  } catch {
    return url; // the long one works as well
  }
}

async function handOver(long) {
  const url = await shortened(long);
  if (navigator.share && matchMedia("(pointer: coarse)").matches) {
    await navigator.share({ title: document.title, url });
    return "";
  }
  if (!navigator.clipboard) {
    prompt(ASKING, url); // a page that came without encryption may not write to the clipboard
    return "";
  }
  await navigator.clipboard.writeText(url);
  return COPIED;
}

function say(button, words) {
  const before = button.textContent;
  if (before === words) return; // pressed again before it says what it said
  button.textContent = words;
  document.getElementById("said")?.replaceChildren(words);
  setTimeout(() => (button.textContent = before), 2000);
}

document.addEventListener("click", async (event) => {
  const button = event.target.closest("[data-share]");
  if (!button) return;
  try {
    const words = await handOver(button.dataset.share);
    if (words) say(button, words);
  } catch (fault) {
    if (fault.name !== "AbortError") prompt(ASKING, button.dataset.share); // not when the sheet was closed
  }
});
