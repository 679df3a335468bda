// What the engine finds for a state of the page.
"use strict";

(function (search) {
  var page = search.page;

  // The last word may be only begun, in an address too: the box of the search finds the same.
  page.find = function (state, isTyping, from, number) {
    var asked = { isTyping: isTyping, isBegun: true, chosen: state.chosen, sort: state.sort };
    return search.find(state.query, Object.assign(asked, { from: from, number: number, orAll: true }));
  };
})(metodbankSearch);
