// Words → dictionary words that differ from them by one error.
"use strict";

(function (search) {
  var PREFIX = 3;
  var SHORTEST_WITH_ERROR = 5;

  var FULL = /([ыио]й|ая|яя|[оеыи]е|[ое]го|[ое]му|[ыиое]м|[ыи]х|[ыи]ми|[уюое]ю|ей)$/;

  // A short adjective or participle («книжна», «пробуема») is too rare to be meant; participles have lines of their own.
  function endingsOf(line) {
    var isOfLemma = line.endings.some((ending) => line.stem + ending === line.lemma);
    if (isOfLemma && !/[ыио]й$/.test(line.lemma)) return line.endings;
    return line.endings.filter((ending) => FULL.test(line.stem + ending));
  }

  // One letter wrong, missing, too many, or two changed places, not in the first three letters.
  function isNear(line, word) {
    var stem = line.stem;
    var same = 0;
    while (same < stem.length && same < word.length && stem[same] === word[same]) same++;
    if (same >= stem.length && stem.length <= PREFIX) return false;
    if (same < stem.length) {
      if (same < PREFIX) return false;
      return endingsOf(line).some((ending) => isOneEdit(stem + ending, word, same));
    }
    return endingsOf(line).some(function (ending) {
      var form = stem + ending;
      var at = same;
      while (at < form.length && at < word.length && form[at] === word[at]) at++;
      return at >= PREFIX && isOneEdit(form, word, at);
    });
  }

  // Whether form and word, the same up to a place, differ by one error there.
  function isOneEdit(form, word, at) {
    var rest = word.slice(at + 1);
    if (form.slice(at + 1) === rest || form.slice(at) === rest) return true;
    if (form.slice(at + 1) === word.slice(at)) return true;
    return form[at] === word[at + 1] && form[at + 1] === word[at] && form.slice(at + 2) === word.slice(at + 2);
  }

  // Words that differ by an error in the first three letters, as far as words begin so.
  async function otherBeginnings(word) {
    var beginnings = await search.read("beginnings", (data) => Object.entries(data[0]));
    var found = [];
    for (var at = 0; at < PREFIX; at++) {
      found.push(word.slice(0, at) + word.slice(at + 1));
      found.push(word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2));
    }
    (beginnings || []).forEach(function (entry) {
      var first = search.swapped(entry[0]);
      var threes = search.swapped(entry[1]);
      for (var place = 0; place < threes.length; place += 3) {
        var four = first + threes.slice(place, place + 3);
        for (var at = 0; at < PREFIX; at++) {
          if (four.slice(0, at) !== word.slice(0, at)) break;
          if (four.slice(at + 1) === word.slice(at + 1, 4)) found.push(word.slice(0, at) + four[at] + word.slice(at + 1));
          if (four.slice(at + 1) === word.slice(at, 3)) found.push(word.slice(0, at) + four[at] + word.slice(at));
        }
      }
    });
    return Array.from(new Set(found)).filter((each) => each !== word);
  }

  // The most common lemmas that a word with one error may be meant for.
  search.nearly = async function (word, most) {
    if (word.length < SHORTEST_WITH_ERROR) return [];
    var lines = (await search.linesOf(word)).filter((line) => isNear(line, word));
    if (!lines.length) {
      var others = await otherBeginnings(word);
      var each = await Promise.all(
        others.map(async (other) => (await search.linesOf(other)).filter((line) => search.isForm(line, other))),
      );
      lines = each.flat();
    }
    return search.byCommonness(lines).slice(0, most);
  };
})(metodbankSearch);
