// The files of forms: search/vocabulary.py and search/endings.py write them.
"use strict";

(function (search) {
  var PREFIX = 3;
  var DIGITS = 36;
  // A beginning that more files have says too little to load them all.
  var MOST_FILES = 12;
  var SIGNS = "0123456789!#$%&*";
  // Endings that many paradigms have together, each group told by a sign.
  var TOGETHER = (
    "ая,ого,ое,ой,ом,ому,ою,ую,ые,ый,ым,ыми,ых ая,его,ее,ей,ем,ему,ею,ие,ий,им,ими,их,ую ал,ала,али,ало " +
    "ил,ила,или,ило л,ла,ли,ло ем,ет,ете,ешь им,ит,ите,ишь а,ам,ами,ах,е я,ям,ями,ях ам,ами,ах ям,ями,ях " +
    "ой,ою,у ей,ею,ю ов,ом,у о,ого,ое в,вши"
  )
    .split(" ")
    .map((group) => group.split(","));
  var files = new Map();

  function lengthened(text) {
    return search
      .swapped(text)
      .split(",")
      .flatMap(function (each) {
        var group = each ? TOGETHER[SIGNS.indexOf(each.slice(-1))] : null;
        return group ? group.map((ending) => each.slice(0, -1) + ending) : [each];
      });
  }

  function read(data) {
    var table = data[0].split("|").map(lengthened);
    var stem = "";
    return data[1].split("|").map(function (text) {
      var comma = text.indexOf(",");
      stem = search.told(stem, text.slice(0, comma));
      var rest = text.slice(comma + 1);
      var endings = table[parseInt(rest.slice(0, 2), DIGITS)];
      var lemma = rest.length > 3 ? search.told(stem, rest.slice(3)) : stem + endings[0];
      return { stem: stem, endings: endings, lemma: lemma, common: parseInt(rest[2], DIGITS) };
    });
  }

  // The beginnings of words by which the files are called that a word or a beginning may stand in.
  function beginningsOf(word) {
    for (var letters = PREFIX; letters; letters--) {
      if (search.start.beginnings.has(word.slice(0, letters))) return [word.slice(0, letters)];
    }
    var longer = Array.from(search.start.beginnings).filter((each) => each.startsWith(word));
    return longer.length > MOST_FILES ? [] : longer;
  }

  async function linesIn(beginning) {
    if (!files.has(beginning)) {
      var codes = Array.from(beginning, (letter) => letter.codePointAt(0).toString(16));
      var lines = await search.read("v" + codes.join("-"), read);
      if (!lines) return [];
      files.set(beginning, lines);
    }
    return files.get(beginning);
  }

  // The lines of the files in which a word or a beginning stands: { stem, endings, lemma, common }.
  search.linesOf = async function (word) {
    return (await Promise.all(beginningsOf(word).map(linesIn))).flat();
  };

  // The same without loading anything.
  search.linesAtHand = function (word) {
    return beginningsOf(word).flatMap((beginning) => files.get(beginning) || []);
  };

  search.isForm = function (line, word) {
    return word.startsWith(line.stem) && line.endings.includes(word.slice(line.stem.length));
  };

  // One line of each lemma, the most common lemmas first.
  search.byCommonness = function (lines) {
    var found = new Map();
    lines.forEach(function (line) {
      var known = found.get(line.lemma);
      if (!known || known.common < line.common) found.set(line.lemma, line);
    });
    return Array.from(found.values()).sort(function (a, b) {
      return b.common - a.common || a.lemma.length - b.lemma.length || (a.lemma < b.lemma ? -1 : 1);
    });
  };
})(metodbankSearch);
