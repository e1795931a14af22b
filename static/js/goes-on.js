// A long piece of work is done in portions; the page asks for the next one by itself.
document.querySelector("form[data-goes-on]")?.requestSubmit();
