// Tells that the search did not load where one of its scripts is missing or fails before it has shown anything.
"use strict";

(function () {
  // The page of the search looks here before it shows anything.
  var told = document.documentElement.dataset;

  function at(name) {
    return document.getElementById("search-" + name);
  }

  function show() {
    if (!told.searchFailed || document.readyState === "loading") return;
    at("whole").hidden = true;
    at("ways").hidden = false;
    at("broken").hidden = false;
  }

  function failed() {
    var whole = at("whole");
    if (whole && !whole.hasAttribute("aria-busy")) return;
    told.searchFailed = "true";
    show();
  }

  // Files of data are scripts too, but stand in the head: the page itself tells of those.
  document.addEventListener(
    "error",
    function (event) {
      if (!(event.target instanceof HTMLScriptElement) || document.head.contains(event.target)) return;
      if (!event.target.src.includes("/metodbank/search/")) return;
      told.searchFailed = "true";
      show();
    },
    true,
  );
  window.addEventListener("error", failed);
  window.addEventListener("unhandledrejection", failed);
  document.addEventListener("DOMContentLoaded", show);
})();
