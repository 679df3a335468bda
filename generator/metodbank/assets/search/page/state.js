// What is asked for, as the address tells it: ?q=…&subject=…&grades=5&grades=6&sort=date.
"use strict";

(function (search) {
  var page = search.page;
  var SORTS = ["date", "grounds"];

  // The choices { facet: [value] } and the sort of the address; what no facet has is left out.
  page.asked = async function () {
    var told = new URLSearchParams(location.search);
    var sort = told.get("sort") || "";
    var state = { chosen: {}, sort: "" };
    if (SORTS.includes(sort)) state.sort = sort;
    if (!(await search.ready())) return state;
    for (var facet of search.start.facets) {
      var wanted = told.getAll(facet[0]);
      var column = wanted.length ? await search.column(facet[0]) : null;
      if (!column) continue;
      var ids = column.values.map((value) => value.id).filter((id) => wanted.includes(id));
      if (ids.length) state.chosen[facet[0]] = ids;
    }
    return state;
  };

  // Tells the state in the address: as a new step for «Назад» or in place of the last one.
  page.tell = function (state, shown, isStep) {
    var query = new URL(search.address(state.query, state.chosen, state.sort)).search;
    var isNew = isStep && query !== location.search;
    var told = location.pathname + query;
    try {
      if (isNew) history.pushState({ shown: shown }, "", told);
      else history.replaceState({ shown: shown }, "", told);
    } catch {
      // A browser may refuse when this happens too often; the search goes on.
    }
  };

  // The choices with a value added or taken away; facets and values stand in a fixed order.
  page.choosing = function (chosen, facet, value, isChosen) {
    var found = {};
    search.start.facets.forEach(function (each) {
      var values = (chosen[each[0]] || []).filter((one) => each[0] !== facet || one !== value);
      if (each[0] === facet && isChosen) values.push(value);
      if (values.length) found[each[0]] = values;
    });
    return found;
  };

  page.without = function (chosen, facet) {
    return Object.fromEntries(Object.entries(chosen).filter((each) => each[0] !== facet));
  };
})(metodbankSearch);
