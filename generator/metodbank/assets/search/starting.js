// What every search begins with: the file that search/start.py writes, loaded once.
"use strict";

(function (search) {
  // A concept: { id, ways: [{ text, lemmas: [[lemma] of each word] }] }.
  function conceptOf(told, stopWords) {
    var ways = told.slice(1).map(function (way) {
      var parts = way.split("|");
      var text = search.swapped(parts[0]);
      var words = search.tokens(text).map((token) => token.word).filter((word) => !stopWords.has(word));
      var lemmas = parts[1] ? parts[1].split(" ") : null;
      return {
        text: text,
        lemmas: words.map((word, at) => (lemmas ? lemmas[at].split("/").map((each) => search.told(word, each)) : [word])),
      };
    });
    return { id: told[0], ways: ways };
  }

  function begun(data) {
    var start = data[0];
    var documents = start.documents;
    var numbers = new search.Bits(documents[0]).ascending(start.room);
    var last = numbers.length ? numbers[numbers.length - 1] : 0;
    var standings = search.placesIn(documents[2], documents[3], numbers.length);
    start.numbers = numbers;
    start.ranks = new Int32Array(last + 2).fill(-1);
    numbers.forEach((number, rank) => (start.ranks[number] = rank));
    start.standings = Uint8Array.from(standings, (place) => documents[1][place]);
    start.stopWords = new Set(start.stopWords.split(" "));
    start.weakLemmas = new Set(start.weakLemmas.split(" "));
    start.askingLemmas = new Set(start.askingLemmas.split(" "));
    start.beginnings = new Set(search.swapped(start.beginnings).split(" "));
    start.concepts = start.concepts.map((told) => conceptOf(told, start.stopWords));
    search.start = start;
  }

  // Loads what every search needs; true once it is there.
  search.ready = async function () {
    if (!search.start) await search.read("start", (data) => search.start || begun(data));
    return Boolean(search.start);
  };
})(metodbankSearch);
