// A result: what it is, whom it helps with what, and why it was found.
"use strict";

(function (search) {
  var page = search.page;
  var made = page.made;
  var MOST_SAID = 2;
  var WHY = {
    synonym: (way) => "найдено по: " + [].concat(way.said).slice(0, MOST_SAID).join(", "),
    layout: (way) => "по раскладке: " + way.word,
    prefix: (way) => "по началу слова: " + way.lemma,
    begun: (way) => "по началу слова: " + way.lemma,
    stem: (way) => "по форме слова: " + way.lemma,
    typo: (way) => "исправлено: " + way.word + " → " + way.lemma,
    root: (way) => "однокоренное слово: " + way.lemma,
    kin: (way) => "однокоренное слово: " + way.lemma,
  };

  // By which part of a record a word is met that what is shown of it does not have (search/piece.py, Weight).
  var BY_FIELD = [
    "найдено по: другому названию или сокращению",
    "найдено по: сведениям записи",
    "найдено по: сведениям или тексту записи",
    "слова стоят в тексте записи",
  ];
  var MONTHS = "января февраля марта апреля мая июня июля августа сентября октября ноября декабря".split(" ");
  var EPOCH = Date.UTC(2000, 0, 1);
  var DAY = 24 * 60 * 60 * 1000;

  function inWords(day) {
    var date = new Date(EPOCH + day * DAY);
    return [date.getUTCDate(), MONTHS[date.getUTCMonth()], date.getUTCFullYear()].join("\u00a0") + "\u00a0г.";
  }

  function isOver(until) {
    var now = new Date();
    var two = (number) => String(number).padStart(2, "0");
    return until !== "" && until < [now.getFullYear(), two(now.getMonth() + 1), two(now.getDate())].join("-");
  }

  function ofOwn(way) {
    var isNamed = way.others && way.others.length && way.field < BY_FIELD.length - 1;
    return isNamed ? WHY.synonym({ said: way.others }) : BY_FIELD[way.field];
  }

  function reasons(one, isMarked) {
    var found = one.ways.filter((way) => WHY[way.way]).map((way) => WHY[way.way](way));
    if (!isMarked && !found.length) found = one.ways.map(ofOwn);
    var lacks = one.missing.map(page.quoted).join(", ");
    if (one.missing.length) found.push((one.missing.length > 1 ? "нет слов: " : "нет слова: ") + lacks);
    return Array.from(new Set(found)).join("; ");
  }

  function difficulties(one, result) {
    if (!one.card.difficulties) return null;
    var titles = search.marked(one.card.difficulties, result);
    return made("p", "mb-card__difficulty", made("span", "mb-label", "Затруднение:"), " ", titles);
  }

  function facts(one) {
    var card = one.card;
    var line = made("p", "mb-card__facts", made("span", "mb-result__kind", card.kind), card.facts && " · " + card.facts);
    if (one.day) line.append(" · запись от " + inWords(one.day));
    if (isOver(card.until)) line.append(" ", made("span", "mb-badge mb-badge--late", "срок истёк"));
    if (card.grounds) line.append(" · ", made("span", "mb-rung mb-rung--" + card.grounds.rung, card.grounds.text));
    return line;
  }

  // The entry of one result in the list.
  page.result = function (one, result) {
    var title = page.link(one.card.address, search.marked(one.card.title, result));
    var entry = made("li", "mb-card mb-result", made("h3", "mb-card__title", title));
    var difficulty = difficulties(one, result);
    if (difficulty) entry.append(difficulty);
    if (one.card.summary) entry.append(made("p", "mb-card__summary", search.marked(one.card.summary, result)));
    entry.append(facts(one));
    var own = { lemmas: result.lemmas };
    var texts = [one.card.title, one.card.difficulties, one.card.summary];
    var why = reasons(one, texts.some((text) => text && search.marks(text, own).length));
    if (why) entry.append(made("p", "mb-result__why", why));
    return entry;
  };
})(metodbankSearch);
