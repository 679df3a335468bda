// Words → dictionary words: by all their forms, by their beginning, by their stem.
"use strict";

(function (search) {
  var SHORTEST_WITH_KIN = 5;
  var LONGEST_ENDING = 3;

  function lemmasOf(lines) {
    return Array.from(new Set(lines.map((line) => line.lemma)));
  }

  // The lemmas that a word is a form of.
  search.lemmas = async function (word) {
    if (/^[0-9]/.test(word)) return [word];
    return lemmasOf((await search.linesOf(word)).filter((line) => search.isForm(line, word)));
  };

  // The same without loading anything, for marking words in texts that are shown.
  search.lemmasAtHand = function (word) {
    return lemmasOf(search.linesAtHand(word).filter((line) => search.isForm(line, word)));
  };

  // The most common lemmas some form of which begins so.
  search.begunBy = async function (beginning, most) {
    var lines = (await search.linesOf(beginning)).filter(function (line) {
      if (line.stem.startsWith(beginning)) return true;
      if (!beginning.startsWith(line.stem)) return false;
      var rest = beginning.slice(line.stem.length);
      return line.endings.some((ending) => ending.startsWith(rest));
    });
    return search.byCommonness(lines).slice(0, most);
  };

  // The most common lemmas that have the same stem by rule.
  search.sameStem = async function (word, most) {
    var stem = search.stem(word);
    var lines = (await search.linesOf(word)).filter(function (line) {
      return search.stem(line.lemma) === stem || search.stem(line.stem + line.endings[0]) === stem;
    });
    return stem.length > 2 ? search.byCommonness(lines).slice(0, most) : [];
  };

  // The most common lemmas of one root with a word, told by a long common beginning: проверка – проверять.
  search.kin = async function (word, most) {
    if (word.length < SHORTEST_WITH_KIN) return [];
    var beginning = word.slice(0, Math.max(SHORTEST_WITH_KIN, word.length - LONGEST_ENDING));
    var lines = (await search.linesOf(word)).filter((line) => (line.stem + line.endings[0]).startsWith(beginning));
    return search.byCommonness(lines).slice(0, most);
  };
})(metodbankSearch);
