// What is shown of results wherever they are shown: marked words, and the address of a search.
"use strict";

(function (search) {
  // A text with the words of the query in <mark>, as a fragment.
  search.marked = function (text, result) {
    var fragment = document.createDocumentFragment();
    var at = 0;
    search.marks(text, result).forEach(function (place) {
      var mark = document.createElement("mark");
      mark.textContent = text.slice(place[0], place[1]);
      fragment.append(text.slice(at, place[0]), mark);
      at = place[1];
    });
    fragment.append(text.slice(at));
    return fragment;
  };

  // The address of a search: chosen is { facet: [value] }, sort is "date", "grounds" or nothing.
  search.address = function (query, chosen, sort) {
    var told = new URLSearchParams();
    if (query) told.append("q", query);
    Object.entries(chosen || {}).forEach(function (facet) {
      facet[1].forEach((value) => told.append(facet[0], value));
    });
    if (sort) told.append("sort", sort);
    var text = told.toString();
    return search.root + "search.html" + (text ? "?" + text : "");
  };
})(metodbankSearch);
