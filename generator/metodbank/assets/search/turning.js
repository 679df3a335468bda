// A whole line in letters that are not its own: typed in the other layout, or in Latin letters by sound.
"use strict";

(function (search) {
  var SHORTEST_OWN = 3;

  function isForeign(chunk) {
    return /[a-z]/i.test(chunk) && !/[а-яё]/i.test(chunk);
  }

  function lettersOf(chunks) {
    return chunks.reduce((sum, chunk) => sum + chunk.length, 0);
  }

  var TURNS = { layout: search.otherLayout, translit: (chunk) => search.bySound(search.fold(chunk)) };

  function isSayable(word) {
    return /^[а-я]+$/.test(word) && (search.start.stopWords.has(word) || /[аеиоуыэюя]/.test(word));
  }

  async function stays(chunk, turned) {
    var own = search.wordsOf(chunk);
    if (own.join("").length < SHORTEST_OWN) return false;
    if (!search.wordsIn(turned).every(isSayable)) return true;
    return (await search.areKnown(own)) && !(await search.areKnown(search.wordsOf(turned)));
  }

  // { text, by, chunks }: the line as it was meant, by what it was turned and what was turned in it, where more
  // of its letters are known the other way than as they stand; null for another line.
  search.turned = async function (text) {
    var foreign = text.split(/\s+/).filter(isForeign);
    if (foreign.length < 2) return null;
    var meant = await Promise.all(foreign.map((chunk) => search.meant(chunk, false)));
    var known = await Promise.all(meant.map((part) => search.areKnown(part.words)));
    function letters(by) {
      return lettersOf(foreign.filter((_, at) => known[at] && (meant[at].by || "") === by));
    }
    var by = letters("layout") >= letters("translit") ? "layout" : "translit";
    if (letters(by) <= letters("")) return null;
    var chunks = new Map();
    for (var chunk of foreign) {
      var turned = TURNS[by](chunk);
      if (turned && !(await stays(chunk, turned))) chunks.set(chunk, turned);
    }
    var whole = text.replace(/\S+/g, (each) => chunks.get(each) || each);
    return { text: whole, by: by, way: by === "layout" ? by : "spelling", chunks: new Set(chunks.values()) };
  };
})(metodbankSearch);
