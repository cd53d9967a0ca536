// Small comforts. Every page works without them.
(() => {
  const summary = document.querySelector(".govuk-error-summary");
  if (summary) summary.focus();

  // A form that asks leaves out what was not chosen, so that its address stays short.
  for (const form of document.querySelectorAll("form.filter-form")) {
    form.addEventListener("formdata", (event) => {
      for (const [name, value] of [...event.formData]) if (value === "") event.formData.delete(name);
    });
  }

  // In a meeting the arrow keys lead from one indicator to the next.
  if (document.querySelector(".screen")) addEventListener("keydown", (event) => {
    const rel = { ArrowRight: "next", ArrowLeft: "prev" }[event.key];
    const link = rel && !event.altKey && !event.ctrlKey && !event.metaKey && document.querySelector(`a[rel="${rel}"]`);
    if (link) link.click();
  });

  // Paper cannot be unfolded: the charts' tables go with them, and so does the whole address.
  const folded = () => document.querySelectorAll("figure.chart details:not([open]), .unfolding:not([open])");
  let unfolded = [];
  const address = document.querySelector(".paper");
  addEventListener("beforeprint", () => {
    if (address) address.textContent = location.href;
    unfolded = [...folded()];
    for (const each of unfolded) each.open = true;
  });
  addEventListener("afterprint", () => { for (const each of unfolded) each.open = false; });

  // While one types, a figure is kept as a draft, and the page shows what it would come to. The server does both.
  for (const form of document.querySelectorAll("form.drafted")) {
    let waiting = 0;
    const send = (what) => fetch(form.action + what, { method: "POST", body: new URLSearchParams(new FormData(form)), credentials: "same-origin" });
    const preview = async () => {
      const answer = await send("/preview");
      if (!answer.ok) return;
      const made = new DOMParser().parseFromString(await answer.text(), "text/html");
      for (const id of ["preview", "help"]) {
        const old = document.getElementById(id), fresh = made.getElementById(id);
        if (old && fresh && old.textContent !== fresh.textContent) { old.className = fresh.className; old.replaceChildren(...fresh.childNodes); }
      }
    };
    const draft = async () => {
      const answer = await send("/draft");
      const said = document.getElementById("draft-said");
      if (answer.ok && said) said.textContent = (await answer.json()).said;
    };
    let drafting = 0;
    form.addEventListener("input", () => {
      clearTimeout(waiting);
      clearTimeout(drafting);
      waiting = setTimeout(preview, 350);
      drafting = setTimeout(draft, 2500);
    });
    form.addEventListener("submit", () => { clearTimeout(waiting); clearTimeout(drafting); });
  }
})();
