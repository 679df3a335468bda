// The page of the search: from keys, choices and the address to what is shown.
"use strict";

(function (search) {
  var page = search.page;
  var at = page.at;
  var STEP = 10;
  var WAIT = 30;
  var SETTLED = 700;
  var state = { query: "", chosen: {}, sort: "" };
  var shown = STEP;
  var wasTyping = false;
  var isStepNext = false;
  var turn = 0;
  var timer = 0;
  var title = document.title;

  async function run(isTyping) {
    var own = ++turn;
    var result = await page.find(state, isTyping, 0, shown);
    var advice = result ? await page.advice(result, state, choose) : [];
    if (own !== turn || document.documentElement.dataset.searchFailed) return;
    wasTyping = isTyping;
    var isLost = at("advice").contains(document.activeElement) || at("failure").contains(document.activeElement);
    page.show(result, state, advice, shown, isTyping);
    if (result) await showChoices(result, own);
    if (own !== turn) return;
    warn(result, isLost);
    if (!isTyping) say(at("count").textContent);
  }

  async function showChoices(result, own) {
    var facets = await search.counts(result.matches, state.chosen);
    if (own !== turn) return;
    at("filters").hidden = !page.showFacets(at("facets"), facets, result.total);
    page.showChips(at("chosen"), facets, (facet, value) => change(facet, value, false), () => choose({}));
  }

  // What could not be loaded is told to the reader.
  function warn(result, isLost) {
    var hasFailed = !result || search.lost.size > 0;
    at("failure").hidden = !hasFailed;
    if (hasFailed) at("ways").hidden = false;
    if (hasFailed && result) at("count").textContent = page.numberOfSome(result);
    if (isLost && !hasFailed) at("count").focus();
  }

  function say(text) {
    at("status").textContent = text;
  }

  function ask(changes, isTyping, isStep) {
    clearTimeout(timer);
    Object.assign(state, changes);
    shown = STEP;
    isStepNext = !isTyping && Boolean(state.query);
    page.tell(state, shown, isStep);
    document.title = (state.query ? state.query + " · " : "") + title;
    return run(isTyping);
  }

  function choose(chosen) {
    return ask({ chosen: chosen }, false, true);
  }

  function change(facet, value, isChosen) {
    return choose(page.choosing(state.chosen, facet, value, isChosen));
  }

  function typed() {
    clearTimeout(timer);
    timer = setTimeout(async function () {
      await ask({ query: at("query").value }, true, isStepNext);
      var own = turn;
      // Whole words are sought once the hand rests, unless the reader has gone on to what was found.
      timer = setTimeout(() => own === turn && document.activeElement === at("query") && run(false), SETTLED);
    }, WAIT);
  }

  function submit(event) {
    event.preventDefault();
    if (matchMedia("(pointer: coarse)").matches) at("query").blur();
    ask({ query: at("query").value }, false, true);
  }

  async function more() {
    var own = turn;
    var result = await page.find(state, wasTyping, shown, STEP);
    if (own !== turn || !result) return;
    shown += STEP;
    page.tell(state, shown, false);
    page.showNext(result, shown);
    say(at("shown").textContent);
  }

  // Takes over what the address asks for, on opening and on «Назад».
  async function restore() {
    at("query").value = new URLSearchParams(location.search).get("q") || "";
    at("query").value = at("query").value.slice(0, at("query").maxLength);
    var asked = await page.asked();
    state = Object.assign(asked, { query: at("query").value });
    shown = (history.state && history.state.shown) || STEP;
    isStepNext = Boolean(state.query);
    at("sort").value = state.sort;
    document.title = (state.query ? state.query + " · " : "") + title;
    await run(false);
  }

  at("query").addEventListener("input", typed);
  // What is typed and found stays: some browsers would empty the field.
  at("query").addEventListener("keydown", function (event) {
    if (event.key !== "Escape" || event.isComposing) return;
    event.preventDefault();
    at("query").blur();
  });
  at("form").addEventListener("submit", submit);
  at("sort").addEventListener("change", () => ask({ sort: at("sort").value }, false, true));
  at("facets").addEventListener("change", function (event) {
    change(event.target.name, event.target.value, event.target.checked);
  });
  at("more").addEventListener("click", more);
  at("again").addEventListener("click", restore);
  window.addEventListener("popstate", restore);
  at("whole").hidden = false;
  restore();
})(metodbankSearch);
