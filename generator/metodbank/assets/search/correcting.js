// Ways to find what a word that nothing is a form of was meant for, and what each is worth.
"use strict";

(function (search) {
  var MOST_CORRECTIONS = 3;
  var SHORTEST_WHOLE = 4;

  // What a way to find a lemma is worth beside the word itself.
  var WORTH = { form: 1, layout: 1, spelling: 1, synonym: 0.8, prefix: 0.7, begun: 0.08, stem: 0.8, typo: 0.7, root: 0.5, kin: 0.45 };

  search.option = function (way, lemma, said) {
    return { way: way, lemma: lemma, said: said || "", sayings: [], worth: WORTH[way] };
  };

  var ATTEMPTS = [
    ["stem", search.sameStem],
    ["prefix", (word, most) => (word.length < SHORTEST_WHOLE ? [] : search.begunBy(word, most))],
    ["typo", search.nearly],
    ["root", search.sameRoot],
  ];

  search.standsSomewhere = async function (lemma) {
    return Boolean(await search.postings(lemma));
  };

  async function standing(lines) {
    var are = await Promise.all(lines.map((line) => search.standsSomewhere(line.lemma)));
    return lines.filter((_, at) => are[at]);
  }

  // What only a missing letter gives the stem of another word is no form of it.
  async function wayOf(attempt, word, lines) {
    if (attempt !== "stem") return attempt;
    var near = (await search.nearly(word, MOST_CORRECTIONS)).map((line) => line.lemma);
    return lines.some((line) => near.includes(line.lemma)) ? "typo" : "stem";
  }

  // A word that nothing is a form of: the same stem by rule, words that begin so, one letter otherwise, one root;
  // a word that only lists of synonyms have may still be of the root of another one.
  search.corrected = async function (unit) {
    for (var attempt of unit.options.length ? ATTEMPTS.slice(-1) : ATTEMPTS) {
      var lines = await attempt[1](unit.word, MOST_CORRECTIONS);
      if (attempt[0] === "root") lines = await standing(lines);
      if (lines.length) {
        unit.way = await wayOf(attempt[0], unit.word, lines);
        unit.lemmas = lines.map((line) => line.lemma);
        unit.options = lines.map((line) => search.option(unit.way, line.lemma, line.lemma));
        return;
      }
    }
  };
})(metodbankSearch);
