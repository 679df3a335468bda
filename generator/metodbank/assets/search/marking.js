// Where words of a query stand in texts that are shown.
"use strict";

(function (search) {
  function lemmasOf(token) {
    return [token.word].concat(search.lemmasAtHand(token.word));
  }

  // Where another way to say what was asked for stands word by word.
  function said(tokens, sayings) {
    return sayings.flatMap(function (saying) {
      return tokens
        .map((_, at) => tokens.slice(at, at + saying.length))
        .filter((part) => saying.every((lemmas, step) => part[step] && lemmasOf(part[step]).some((one) => lemmas.includes(one))))
        .map((part) => ({ start: part[0].start, end: part[part.length - 1].end }));
    });
  }

  // Where words of the query stand in a text that is shown: [[start, end]], none inside another.
  search.marks = function (text, result) {
    var lemmas = new Set(result.lemmas);
    var tokens = search.tokens(text);
    var words = tokens.filter((token) => !search.start.stopWords.has(token.word));
    var found = tokens
      .filter((token) => lemmasOf(token).some((one) => lemmas.has(one)))
      .concat(said(words, (result.sayings || []).filter((saying) => saying.length)))
      .concat(search.counted(text).filter((one) => one.lists.flat().some((word) => lemmas.has(word))))
      .sort((a, b) => a.start - b.start || b.end - a.end);
    var end = 0;
    return found
      .filter((one) => one.start >= end && (end = one.end))
      .map((one) => [one.start, one.end]);
  };

  // Lets the words of titles be marked that stand there in another form, or said otherwise: дети – ребёнок.
  search.learnMarks = async function (result) {
    for (var one of result.results) {
      var isThere = one.card && one.ways.some((way) => way.field === 0 || way.way === "synonym");
      if (!isThere || search.marks(one.card.title, result).length) continue;
      await Promise.all(search.tokens(one.card.title).map((token) => search.linesOf(token.word)));
    }
  };
})(metodbankSearch);
