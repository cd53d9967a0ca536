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
})();
