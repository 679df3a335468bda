// The boxes of the search on every page: the keys that lead to one, and what comes when one is entered.
"use strict";

(function () {
  var own = document.currentScript.src;
  var boxes = Array.from(document.querySelectorAll("form.mb-searchbox"));
  if (!boxes.length) return;
  var coming = null;
  var cameFrom = null;

  function loaded(name) {
    return new Promise(function (resolve, reject) {
      var script = document.createElement("script");
      script.src = new URL("search/" + name + ".js", own).href;
      // What a script puts in runs as it comes unless it is told to keep its order.
      script.async = false;
      script.onload = resolve;
      script.onerror = reject;
      document.head.append(script);
    });
  }

  // Without what is loaded here a box leads to the page of the search all the same.
  function begin() {
    coming =
      coming ||
      Promise.all(boxes[0].dataset.scripts.split(" ").map(loaded)).then(
        () => boxes.forEach((box) => metodbankSearch.suggest(box)),
        () => (coming = null),
      );
  }

  // The page's own field comes before the one in the header.
  function field() {
    var all = ["main", ".mb-header"].map((place) => document.querySelector(place + " input[name='q']"));
    return all.find((input) => input && input.getClientRects().length);
  }

  function isTyped(element) {
    return (
      element.isContentEditable ||
      element.matches("textarea, select, input:not([type='checkbox'], [type='radio'], [type='button'])")
    );
  }

  // Both keys stand where they are in the Russian layout too: «/» gives a dot there and K gives Л.
  function isOurs(event) {
    if (event.altKey || event.isComposing) return false;
    if (event.ctrlKey || event.metaKey) {
      var isK = /^[a-z]$/i.test(event.key) ? event.key.toLowerCase() === "k" : event.code === "KeyK";
      return isK && !event.shiftKey && event.ctrlKey !== event.metaKey;
    }
    return event.key === "/" || (event.code === "Slash" && event.key === ".");
  }

  function entered(event) {
    var input = field();
    var isThere = event.target === input && (event.ctrlKey || event.metaKey);
    if (!input || (isTyped(event.target) && !isThere)) return;
    event.preventDefault();
    if (!isThere) cameFrom = event.target;
    input.focus();
    input.select();
  }

  function left(event) {
    event.preventDefault();
    event.target.blur();
    if (cameFrom && cameFrom !== document.body) cameFrom.focus();
    cameFrom = null;
  }

  document.addEventListener("keydown", function (event) {
    if (event.defaultPrevented || !(event.target instanceof Element)) return;
    if (isOurs(event)) entered(event);
    else if (event.key === "Escape" && event.target.matches(".mb-searchbox input")) left(event);
  });
  boxes.forEach((box) => box.addEventListener("focusin", begin));
})();
