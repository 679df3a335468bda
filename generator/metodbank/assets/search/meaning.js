// What stands between two spaces → the words that were meant: in the other layout, in Latin letters, torn apart.
"use strict";

(function (search) {
  var MOST_COMPLETIONS = 4;
  var SHORTEST_BEGINNING = 2;
  var SHORTEST_PART = 4;

  // Beginnings that stand for a whole word, alone or before another: метод час, педчтения.
  var CLIPPED = new Map(
    (
      "пед педагогический метод методический мет методический проф профессиональный дет детский нач начальный " +
      "псих психологический соц социальный доп дополнительный обр образовательный рег региональный муниц муниципальный"
    )
      .split(" ")
      .map((each, at, all) => (at % 2 ? null : [each, all[at + 1]]))
      .filter(Boolean),
  );

  // Beginnings that stand for a whole word only alone: рус яз, англ. язык.
  var ALONE = new Map([
    ["рус", "русский"],
    ["англ", "английский"],
    ["нем", "немецкий"],
    ["яз", "язык"],
    ["лит", "литература"],
    ["физ", "физический"],
    ["матем", "математика"],
  ]);

  search.wordsIn = function (text) {
    return search.tokens(text).map((token) => token.word);
  };

  search.wordsOf = function (text) {
    return search.wordsIn(text).filter((word) => !search.start.stopWords.has(word));
  };

  async function isKnown(word) {
    if (/^[0-9]/.test(word)) return true;
    return (await search.lemmas(word)).length > 0;
  }

  async function areKnown(words) {
    return words.length > 0 && (await Promise.all(words.map(isKnown))).every(Boolean);
  }
  search.areKnown = areKnown;

  // Words by sound, or of letters that only look Russian, where all of them are known or nearly so.
  async function inOtherLetters(words, isNearEnough) {
    for (var by of ["letters", "translit"]) {
      var spelled = by === "letters" ? search.lookingAlike : search.bySound;
      var others = words.map((word) => spelled(word) || word);
      if (others.join() === words.join()) continue;
      if (await areKnown(others)) return { words: others, way: "spelling", by: by };
      var near = isNearEnough ? await Promise.all(others.map((word) => search.nearly(word, 1))) : [];
      if (near.some((lines) => lines.length)) return { words: others, way: "spelling", by: by };
    }
    return null;
  }

  function ofLayout(words) {
    return words && { words: words, way: "layout", by: "layout" };
  }

  async function inOtherLayout(chunk, own, isOpen) {
    var other = search.otherLayout(chunk);
    var others = other ? search.wordsOf(other) : [];
    if (!others.length || others.some((word) => word.length < 2)) return null;
    if (await areKnown(others)) return others;
    if (isOpen && !(await search.completions(own[own.length - 1] || "")).length) {
      var begun = await search.completions(others[others.length - 1]);
      if (begun.length && (await areKnown(others.slice(0, -1).concat("0")))) return others;
    }
    return null;
  }

  async function nearlyInOtherLayout(chunk) {
    var others = /^[^а-яё]+$/i.test(chunk) ? search.wordsOf(search.otherLayout(chunk)) : [];
    var near = await Promise.all(others.map((word) => search.nearly(word, 1)));
    return near.some((lines) => lines.length) ? others : null;
  }

  // A Latin letter that stands for a word which says nothing: c – с, d – в.
  function littleWord(chunk) {
    if (!/^[a-z]$/i.test(chunk)) return null;
    var spelled = { letters: search.lookingAlike(search.fold(chunk)), layout: search.otherLayout(chunk) };
    var by = Object.keys(spelled).find((each) => search.start.stopWords.has(spelled[each]));
    return by ? { words: [], way: "spelling", by: by, text: spelled[by] } : null;
  }

  // The words that were meant by what stands between two spaces, and how they were written where otherwise: by
  // "layout", "letters" that look alike, "translit".
  search.meant = async function (chunk, isOpen) {
    var own = search.wordsOf(chunk);
    var result = { words: own, way: "form" };
    if (await areKnown(own)) return result;
    if (!own.length && search.tokens(chunk).length) return result;
    var little = littleWord(chunk);
    if (little) return little;
    var ways = [
      async () => ofLayout(await inOtherLayout(chunk, own, isOpen)),
      () => inOtherLetters(own, false),
      async () => ofLayout(await nearlyInOtherLayout(chunk)),
      () => inOtherLetters(own, true),
    ];
    for (var way of ways) {
      var found = await way();
      if (found) return found;
    }
    return result;
  };

  // The most common lemmas with a form that begins so, where enough is typed.
  search.completions = async function (word) {
    if (word.length < SHORTEST_BEGINNING || /^[0-9]/.test(word)) return [];
    return search.begunBy(word, MOST_COMPLETIONS);
  };

  // Words that only together, or only apart, are known: «мало комплектная», «класскомплект»; in an open query
  // the last word is left as it is where another begins so.
  search.rejoined = async function (pairs, isOpen) {
    var found = [];
    for (var pair of pairs) {
      var before = found[found.length - 1];
      var both = before ? before[0] + pair[0] : "";
      var isOdd = /^[а-я]+$/.test(both) && !(await areKnown([before[0], pair[0]]));
      if (isOdd && (await isKnown(both))) found[found.length - 1] = [both, "spelling", "joined"];
      else found.push(pair);
    }
    var last = found.length ? found[found.length - 1] : null;
    var isLastBegun = isOpen && last && (await search.completions(last[0])).length > 0;
    var apart = await Promise.all(
      found.map((pair) => (pair[1] === "form" && !(isLastBegun && pair === last) ? parted(pair[0]) : null)),
    );
    return found.flatMap((pair, at) => apart[at] || [pair]);
  };

  // The word that a beginning stands for; empty for another one.
  search.wholeOf = function (word) {
    return CLIPPED.get(word) || ALONE.get(word) || "";
  };

  // An adjective as it stands before a word: методическое объединение, педагогические чтения.
  function agreeing(adjective, word) {
    var ending = { ия: "ие", ие: "ое", ки: "ие", ка: "ая" }[word.slice(-2)];
    var hard = ending === "ие" && !/[гкх]ий$/.test(adjective) ? "ые" : ending;
    return hard ? adjective.slice(0, -2) + hard : adjective;
  }

  async function unclipped(word) {
    for (var clipped of CLIPPED.keys()) {
      var rest = word.startsWith(clipped) ? word.slice(clipped.length) : "";
      if (rest.length > 2 && (await areKnown([CLIPPED.get(clipped), rest]))) {
        return [agreeing(CLIPPED.get(clipped), rest), rest].map((part) => [part, "spelling", "joined"]);
      }
    }
    return null;
  }

  async function parted(word) {
    if (word.length < SHORTEST_PART || !/^[а-я]+$/.test(word) || (await isKnown(word))) return null;
    var whole = await unclipped(word);
    if (whole) return whole;
    for (var at = word.length - SHORTEST_PART; at >= SHORTEST_PART; at--) {
      var parts = [word.slice(0, at), word.slice(at)];
      if (await areKnown(parts)) return parts.map((part) => [part, "spelling", "joined"]);
    }
    return null;
  }
})(metodbankSearch);
