// What is suggested while a query is typed: a few records, difficulties first, and the way to all results.
"use strict";

(function (search) {
  var MOST = 6;
  var MOST_DIFFICULTIES = 2;
  var SHORTEST = 2;
  var BEFORE = 30;
  var WHY = {
    synonym: (way) => "найдено по: " + [].concat(way.said)[0],
    typo: (way) => "исправлено: " + way.word + " → " + way.lemma,
  };

  function span(className, content) {
    var made = document.createElement("span");
    made.className = className;
    made.append(content);
    return made;
  }

  function option(address, className, ...content) {
    var made = document.createElement("a");
    made.href = address;
    made.className = className;
    made.tabIndex = -1;
    made.setAttribute("role", "option");
    made.append(...content);
    return made;
  }

  // A text from a little before the first word of the query.
  function excerpt(text, result) {
    var start = search.marks(text, result)[0][0];
    var from = start > BEFORE ? text.indexOf(" ", start - BEFORE) + 1 : 0;
    return search.marked((from ? "…" : "") + text.slice(from), result);
  }

  // By what a record was found where its title does not show it; else its facts.
  function more(one, result) {
    var way = one.ways.find((each) => WHY[each.way]);
    if (way) return WHY[way.way](way);
    var isSeen = search.marks(one.card.title, result).length || !search.marks(one.card.summary, result).length;
    return isSeen ? one.card.facts || one.card.summary : excerpt(one.card.summary, result);
  }

  function record(one, result) {
    var title = span("mb-searchbox__title", search.marked(one.card.title, result));
    var told = span("mb-searchbox__told", one.card.kind);
    var rest = more(one, result);
    if (rest) told.append(" · ", rest);
    return option(one.card.address, "mb-searchbox__option", title, told);
  }

  // Links to records that have every word of the query where there are such; null where it is too short.
  search.suggested = async function (query) {
    if (query.trim().length < SHORTEST) return null;
    var found = await search.find(query, { isTyping: true, isBegun: true, number: MOST });
    if (!found || found.isWordless) return null;
    var asked = { isTyping: true, isBegun: true, number: MOST_DIFFICULTIES, chosen: { register: ["difficulty"] } };
    var first = found.total ? (await search.find(query, asked)).results : [];
    var shown = new Map();
    first
      .filter((one) => !one.missing.length)
      .concat(found.results)
      .filter((one) => one.card)
      .forEach((one) => shown.has(one.card.address) || shown.set(one.card.address, one));
    return Array.from(shown.values(), (one) => record(one, found)).slice(0, MOST);
  };

  // How many the page of the search will show; null where not all could be loaded.
  search.totalOf = async function (query) {
    var whole = await search.find(query, { isBegun: true, number: 1 });
    return whole && !whole.isPartial ? whole.total : null;
  };

  search.toAll = function (query) {
    return option(search.address(query), "mb-searchbox__option mb-searchbox__option--all", "Все результаты");
  };

  search.tellAll = function (last, total) {
    if (total === null) return;
    last.textContent = total
      ? "Все результаты: " + total.toLocaleString("ru-RU")
      : "Таких слов в базе нет. Показать, что близко";
  };
})(metodbankSearch);
