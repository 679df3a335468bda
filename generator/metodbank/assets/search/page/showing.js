// Puts what was found into the page: how many, the records, what is to be said of them, ways on.
"use strict";

(function (search) {
  var page = search.page;
  var at = page.at;
  var NO_WORDS = "В запросе нет слов, по которым можно искать";
  var last = "";

  // Whether everything is found, because nothing was asked for or by no word that can be sought.
  function isUnasked(result, state) {
    return result.isWordless && !Object.keys(state.chosen).length;
  }

  // How many are found where not everything could be loaded.
  page.numberOfSome = function (result) {
    return "Загрузилось не всё" + (result.total ? "; пока найдено: " + page.records(result.total) : "");
  };

  function numberOf(result, state, isTyping) {
    if (result.isPartial) return page.numberOfSome(result);
    if (!result.total) return "Ничего не нашлось";
    if (isUnasked(result, state) && state.query.trim() && !isTyping) return NO_WORDS;
    if (isUnasked(result, state)) return "Всего в базе " + page.records(result.total);
    return "Найдено: " + page.records(result.total);
  }

  function entries(result) {
    return result.results.filter((one) => one.card).map((one) => page.result(one, result));
  }

  function showMore(result, number) {
    var rest = result.total - number;
    at("more").hidden = rest <= 0;
    at("more").textContent = "Ещё\u00a0" + Math.min(rest, 10);
    at("shown").textContent =
      result.total > 10 ? "Показано " + page.number(Math.min(number, result.total)) + " из " + page.number(result.total) : "";
  }

  // Shows a result, or that there is none because nothing could be loaded; `number` is how many were asked for.
  page.show = function (result, state, advice, number, isTyping) {
    at("whole").removeAttribute("aria-busy");
    at("order").hidden = !result || !result.total;
    at("advice").hidden = !advice.length;
    at("advice").replaceChildren(...advice);
    if (at("examples")) at("examples").hidden = Boolean(state.query) && !(result && result.isWordless);
    at("ways").hidden = Boolean(result && result.total && !isUnasked(result, state));
    at("count").textContent = result ? numberOf(result, state, isTyping) : "Поиск не загрузился";
    if (!result) {
      at("filters").hidden = true;
      last = "";
      at("results").replaceChildren();
      at("more").hidden = true;
      at("shown").textContent = "";
      return;
    }
    at("apply").textContent = result.total ? "Показать " + page.records(result.total) : "Закрыть отборы";
    showMore(result, number);
    // The same records found by the same words stay: who is about to choose one does not lose it.
    var told = JSON.stringify(result.results.map((one) => [one.rank, one.ways, one.missing]).concat([result.lemmas]));
    if (told === last) return;
    last = told;
    at("results").replaceChildren(...entries(result));
  };

  // Adds the next records and gives the focus to the first of them.
  page.showNext = function (result, number) {
    last = "";
    var added = entries(result);
    at("results").append(...added);
    showMore(result, number);
    if (added.length) added[0].querySelector("a").focus();
  };
})(metodbankSearch);
