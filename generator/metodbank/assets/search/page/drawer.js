// The panel of facets: beside the results on a wide screen, behind one button on a narrow one.
"use strict";

(function (search) {
  var at = search.page.at;
  var wide = matchMedia("(min-width: 60em)");

  function arrange() {
    at("filters").open = wide.matches;
  }

  at("apply").addEventListener("click", function () {
    at("filters").open = false;
    at("count").focus();
  });
  wide.addEventListener("change", arrange);
  arrange();
})(metodbankSearch);
