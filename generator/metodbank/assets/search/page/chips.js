// What is chosen, above the results: each a button that takes it away.
"use strict";

(function (search) {
  var page = search.page;

  function chip(facet, value, act) {
    var text = facet.title + ": " + value.title;
    var button = page.button("mb-chip mb-chip--button", text, act);
    button.setAttribute("aria-label", "Убрать отбор: " + text);
    return page.made("li", "", button);
  }

  // Shows the chosen values; `take` is given the facet and the value that is taken away, `reset` takes all.
  page.showChips = function (list, facets, take, reset) {
    var at = Array.from(list.children).findIndex((each) => each.contains(document.activeElement));
    var chips = facets.flatMap((facet) =>
      facet.values
        .filter((value) => value.isChosen)
        .map((value) => chip(facet, value, () => take(facet.name, value.id))),
    );
    if (chips.length) chips.push(page.made("li", "", page.button("mb-quiet-button", "Сбросить всё", reset)));
    list.hidden = !chips.length;
    list.replaceChildren(...chips);
    if (at < 0) return;
    var next = chips[Math.min(at, chips.length - 2)];
    (next ? next.querySelector("button") : page.at("count")).focus();
  };
})(metodbankSearch);
