// What was relaxed to find something, and ways on where nothing was found.
"use strict";

(function (search) {
  var page = search.page;
  var made = page.made;
  var quoted = page.quoted;
  // With so many records nobody needs to be led elsewhere.
  var FEW = 3;

  // How a query was written otherwise than it was meant.
  var WRITTEN = {
    layout: "Похоже, это набрано в другой раскладке. ",
    translit: "Похоже, это набрано латинскими буквами. ",
    letters: "Похоже, среди букв есть похожие буквы другого алфавита. ",
    joined: "Похоже, слова написаны слитно или врозь иначе, чем в базе. ",
  };

  function line(...content) {
    return made("p", "", ...content);
  }

  function asking(state, query) {
    return search.address(query, state.chosen, state.sort);
  }

  function replaced(query, word, other) {
    var at = search.tokens(query).find((token) => token.word === word);
    return at ? query.slice(0, at.start) + other + query.slice(at.end) : other;
  }

  function corrected(result, state) {
    return result.corrected.map(function (each) {
      var links = each.lemmas.map((lemma) =>
        page.link(asking(state, replaced(state.query, each.word, lemma)), quoted(lemma)),
      );
      return line("Слова " + quoted(each.word) + " в базе нет. " + (each.way === "root" ? "Искали однокоренное " : "Искали "), ...page.joined(links, ", "), ".");
    });
  }

  // What was not taken as it was typed.
  function relaxed(result, state) {
    var told = [];
    if (result.meant) {
      var link = page.link(asking(state, result.meant), quoted(result.meant));
      told.push(line(WRITTEN[result.meantBy] || "", "Искали ", link, "."));
    }
    told.push(...corrected(result, state));
    if (result.dropped.length && result.total) {
      var isOne = result.dropped.length === 1;
      var words = result.dropped.map(quoted).join(", ");
      told.push(line((isOne ? "Слова " : "Слов ") + words + " в базе нет, искали без " + (isOne ? "него." : "них.")));
    }
    if (!result.phraseIsMet && result.total) {
      told.push(line("Точно так, слово за словом, не написано нигде. Искали эти слова порознь."));
    }
    return told;
  }

  function near(result, state) {
    if (!result.near.length) return null;
    var only = result.dropped.length === 1 ? result.dropped[0] : "";
    var links = result.near.map((word) => page.link(asking(state, replaced(state.query, only, word)), word));
    return line("Близкие слова в базе: ", ...page.joined(links, ", "), ".");
  }

  function difficulties(result) {
    if (!result.difficulties.length) return null;
    var items = result.difficulties.map((card) => made("li", "", page.link(card.address, card.title)));
    return made("div", "", line("Может быть, это затруднение:"), made("ul", "mb-links", ...items));
  }

  // The facets that something is chosen in, each with the number of records without it.
  async function liftings(result, state, choose) {
    var found = [];
    for (let [name, title] of search.start.facets.filter((facet) => state.chosen[facet[0]])) {
      let others = page.without(state.chosen, name);
      var number = (await search.chosen(result.matches, others)).length;
      var text = "Убрать отбор " + quoted(title) + ": будет " + page.records(number);
      if (number) found.push(made("li", "", page.button("mb-quiet-button", text, () => choose(others))));
    }
    return found;
  }

  // Everything that is to be said of a result beside the records; `choose` is given other choices.
  page.advice = async function (result, state, choose) {
    // Of what could not be loaded in whole nothing can be told.
    if (result.isPartial) return [];
    var told = relaxed(result, state);
    if (result.isWordless && state.query.trim() && Object.keys(state.chosen).length) {
      told.push(line("В запросе нет слов, по которым можно искать: показано всё, что подходит под отборы."));
    }
    if (!result.total && result.matches.length) {
      var lifted = await liftings(result, state, choose);
      told.unshift(line("С выбранными отборами таких записей нет."));
      if (lifted.length) told.push(made("ul", "mb-links", ...lifted));
    } else if (!result.total) {
      told.unshift(line("Попробуйте сказать иначе: короче или другими словами."));
    }
    told.push(near(result, state), result.total > FEW ? null : difficulties(result));
    return told.filter(Boolean);
  };
})(metodbankSearch);
