// Words of one root: учительница – учитель, книжка – книга, пересказывать – пересказать.
"use strict";

(function (search) {
  var SHORTEST = 4;
  // Of names those count whose beginning is hardly shorter than that of the most alike: учитель, not учить.
  var MOST_APART = 2;
  var SUFFIXES = (
    "ационн енность анность ональн ательн ительн ованн еньк оньк очк ечк ниц ност ост тельн енн онн ани ени ыва " +
    "ива ова ева ирова ирование ник ств ств ск ик ок ек ч н к л т и а е у я ы ь"
  )
    .split(" ")
    .sort((a, b) => b.length - a.length);
  var ACTION = /(ть|ти|чь|ся|ние|тие)$/;
  var ALTERNATING = { ж: "г", ч: "к", щ: "ст", ш: "х" };

  // What is left of a word without its suffixes, no shorter than four letters.
  function withoutSuffixes(word) {
    var root = word.replace(/[ьй]$/, "");
    for (var suffix = ""; suffix !== undefined; ) {
      suffix = SUFFIXES.find((each) => root.endsWith(each) && root.length - each.length >= SHORTEST);
      if (suffix) root = root.slice(0, -suffix.length);
    }
    return ALTERNATING[root.slice(-1)] ? root.slice(0, -1) + ALTERNATING[root.slice(-1)] : root;
  }

  // The roots that a word may have: its last letters may be an ending (книг-а) or not (отчет).
  function rootsOf(word) {
    var plain = word.replace(/(ся|сь)$/, "").replace(/(ть|ти|чь)$/, "");
    return [word, plain === word ? search.withoutEnding(word) : plain].map(withoutSuffixes).filter((root) => root.length >= SHORTEST);
  }

  function alike(one, other) {
    var same = 0;
    while (same < one.length && one[same] === other[same]) same++;
    return same;
  }

  // The most common lemmas that have the root of a word; списывание is no kin of список.
  search.sameRoot = async function (word, most) {
    if (!/^[а-я]+$/.test(word) || word.length <= SHORTEST) return [];
    var roots = rootsOf(word);
    var lines = (await search.linesOf(word)).filter(function (line) {
      if (line.lemma === word || (ACTION.test(word) && line.lemma.endsWith("ок"))) return false;
      return rootsOf(line.lemma).some((root) => roots.includes(root));
    });
    var longest = Math.max(...lines.map((line) => alike(line.lemma, word)));
    var near = lines.filter((line) => ACTION.test(word) || alike(line.lemma, word) >= longest - MOST_APART);
    return search.byCommonness(near).slice(0, most);
  };
})(metodbankSearch);
