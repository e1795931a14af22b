// Files that are chosen or dropped are sent one by one, each with a bar of its own, and the batch's page
// follows. A file that is not answered for is sent again under the same token, so that it counts once.

const form = document.getElementById("upload");
const input = form.querySelector('input[type="file"]');
const area = document.getElementById("drop-area");
const status = document.getElementById("sending-status");
const list = document.getElementById("sending-list");
const row = document.getElementById("sending-row");
const AT_ONCE = 3;
const TRIES = 4;
const PAUSE = 1000; // milliseconds before the second try; each later one waits twice as long

const secret = () => form.elements.csrfmiddlewaretoken.value;
const pause = (time) => new Promise((done) => setTimeout(done, time));

async function begin(files) {
  const name = files.length === 1 ? files[0].name : `${files[0].name} and ${files.length - 1} more`;
  const body = new FormData();
  body.set("name", form.elements.name.value.trim() || name);
  const answer = await fetch(form.dataset.begin, { method: "POST", body, headers: { "X-CSRFToken": secret() } });
  if (!answer.ok) throw new Error(`The site answered ${answer.status}. Reload this page, and try again.`);
  return answer.json();
}

function post(address, body, progress) {
  return new Promise((done, failed) => {
    const request = new XMLHttpRequest(); // fetch cannot say how much has been sent
    request.open("POST", address);
    request.setRequestHeader("X-CSRFToken", secret());
    request.responseType = "json";
    request.upload.addEventListener("progress", (event) => {
      if (event.lengthComputable) progress.value = (100 * event.loaded) / event.total;
    });
    request.addEventListener("load", () => done(request));
    request.addEventListener("error", () => failed(new Error("The connection broke.")));
    request.send(body);
  });
}

async function send(file, address, shown) {
  const progress = shown.querySelector("progress");
  const said = shown.querySelector(".said");
  const body = new FormData();
  body.set("token", crypto.randomUUID ? crypto.randomUUID() : token());
  body.set("file", file);
  for (let tried = 1; tried <= TRIES; tried += 1) {
    said.textContent = tried === 1 ? "sending" : `sending again (${tried} of ${TRIES})`;
    try {
      const answer = await post(address, body, progress);
      if (answer.status === 201) {
        progress.value = 100;
        said.textContent = answer.response.said || "arrived";
        return true;
      }
      said.textContent = refusal(answer.status);
      if (answer.status < 500 || answer.status === 507) return false;
    } catch (fault) {
      said.textContent = fault.message;
    }
    await pause(PAUSE * 2 ** (tried - 1));
  }
  return false;
}

// Where a page is not served over HTTPS, browsers have no randomUUID.
function token() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

function refusal(code) {
  if (code === 413) return "Too large for this site. Split it, and upload the parts.";
  if (code === 507) return "The site has no room left. Tell its administrator; nothing of it was kept.";
  if (code === 403) return "Your session has ended. Sign in again, and upload the rest.";
  return `The site answered ${code}.`;
}

async function sendAll(files) {
  document.getElementById("sending").hidden = false;
  const waiting = files.map((file) => {
    const shown = row.content.firstElementChild.cloneNode(true);
    shown.querySelector(".name").textContent = file.name;
    shown.querySelector("progress").setAttribute("aria-label", file.name);
    list.append(shown);
    return { file, shown };
  });
  const left = [...waiting];
  let arrived = 0;
  let batch;
  try {
    batch = await begin(files);
  } catch (fault) {
    status.textContent = fault.message;
    return;
  }
  const sender = async () => {
    for (let next = left.shift(); next; next = left.shift()) {
      if (await send(next.file, batch.files, next.shown)) arrived += 1;
      status.textContent = `${arrived} of ${files.length} arrived`;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, sender));
  if (arrived === files.length) {
    location.assign(batch.page);
    return;
  }
  if (!arrived) {
    status.textContent = files.length === 1 ? "It did not arrive." : "None of them arrived.";
    return;
  }
  const onwards = document.createElement("a");
  onwards.href = batch.page;
  onwards.textContent = "Go on with those that arrived";
  status.replaceChildren(`${files.length - arrived} of ${files.length} did not arrive. `, onwards);
}

function take(files) {
  if (files.length) sendAll([...files]);
}

document.querySelector(".drop-hint").hidden = false;
input.addEventListener("change", () => {
  take(input.files);
  input.value = "";
});
for (const name of ["dragenter", "dragover"]) {
  document.addEventListener(name, (event) => {
    if (!event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    area.classList.add("is-over");
  });
}
document.addEventListener("dragleave", (event) => {
  if (!event.relatedTarget) area.classList.remove("is-over");
});
document.addEventListener("drop", (event) => {
  if (!event.dataTransfer?.files.length) return;
  event.preventDefault();
  area.classList.remove("is-over");
  take(event.dataTransfer.files);
});
