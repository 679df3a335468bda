// The door of the search: metodbankSearch.find(query, options) and what is told of results.
"use strict";

(function (search) {
  var MOST_NEAR = 5;
  var MOST_TRIED = 12;
  var SAME_BEGINNING = 4;
  var SAME_OF_WORD = 0.6;
  var SAME_OF_LEMMA = 0.7;
  // With so many documents that have all words, nobody needs those with other words of the same root.
  var ENOUGH = 20;

  async function cardOf(rank) {
    var number = search.start.numbers[rank];
    var file = "c" + (number >> search.start.cardShift).toString(16);
    var told = await search.read(file, (data) => data[0][number]);
    if (!told) return null;
    var texts = told.slice(1).map(search.swapped);
    return {
      address: search.root + told[0],
      title: texts[0],
      kind: texts[1],
      facts: texts[2] || "",
      summary: texts[3] || "",
      until: texts[4] || "",
      difficulties: texts[5] || "",
      grounds: texts[6] ? { rung: texts[6][0], text: texts[6].slice(1) } : null,
    };
  }

  async function days() {
    var of = await search.read("days", function (data) {
      var bits = new search.Bits(data[1]);
      return Array.from(search.start.numbers, function () {
        var day = bits.take(data[0]);
        return day && day + data[2];
      });
    });
    return of ? (rank) => of[rank] : () => 0;
  }

  async function grounds() {
    var column = await search.column("grounds");
    if (!column) return () => 0;
    return (rank) => Math.max(0, ...column.sets[column.of[rank]].map((value) => Number(column.values[value].id)));
  }

  async function sorted(matches, sort, worth) {
    if (sort !== "date" && sort !== "grounds") return matches;
    return matches.slice().sort((a, b) => worth(b.rank) - worth(a.rank) || b.score - a.score || a.rank - b.rank);
  }

  function isNearTo(lemma, word) {
    var same = 0;
    while (same < word.length && lemma[same] === word[same]) same++;
    return same >= SAME_BEGINNING && same >= SAME_OF_WORD * word.length && same >= SAME_OF_LEMMA * lemma.length;
  }

  // Words of the base with the four first letters of a word that nothing was found by.
  async function nearWords(units) {
    var found = [];
    for (var unit of units) {
      var beginning = unit.word.slice(0, SAME_BEGINNING);
      if (beginning.length < SAME_BEGINNING) continue;
      var lines = (await search.begunBy(beginning, MOST_TRIED)).filter((line) => line.lemma !== unit.word);
      var near = lines.map((line) => line.lemma).filter((lemma) => isNearTo(lemma, unit.word));
      var there = await Promise.all(near.map(search.standsSomewhere));
      found.push(...near.filter((_, at) => there[at]));
    }
    return Array.from(new Set(found)).slice(0, MOST_NEAR);
  }

  // The difficulties that share most with a query of which nothing or little was found.
  async function likelyDifficulties(understood) {
    var loose = [];
    for (var unit of understood.units) {
      var alone = await search.matched({ units: [unit], phrases: [] });
      loose.push(...alone.matches);
    }
    var scores = new Map();
    loose.forEach((match) => scores.set(match.rank, (scores.get(match.rank) || 0) + match.score));
    var all = Array.from(scores, (pair) => ({ rank: pair[0], score: pair[1] }));
    var found = await search.chosen(all, { register: ["difficulty"] });
    found.sort((a, b) => b.score - a.score || a.rank - b.rank);
    return (await Promise.all(found.slice(0, MOST_NEAR).map((match) => cardOf(match.rank)))).filter(Boolean);
  }

  // Every document, the most worth first: what a query without words finds where all may be shown.
  function everything() {
    var matches = Array.from(search.start.numbers, (_, rank) => ({
      rank: rank,
      score: search.start.standings[rank],
      missing: [],
    }));
    matches.sort((a, b) => b.score - a.score || a.rank - b.rank);
    return { matches: matches, complete: matches.length, dropped: [], phraseIsMet: true, ways: () => [] };
  }

  // options: isTyping, isBegun (the last word may be only begun, as while typing), chosen { facet: [value] }, sort ("date", "grounds"), from, number, orAll: without a word
  // in the query everything is found.
  // Gives total, complete (how many have all words), results, isPartial (files were missing), what was meant, corrected, dropped; `matches`
  // is for `counts`. A result has card, ways (why it was found) and missing (words it lacks).
  search.find = async function (query, options) {
    options = options || {};
    search.lost.clear();
    if (!(await search.ready())) return null;
    var isOpen = options.isTyping || options.isBegun;
    var understood = await search.understood(query, isOpen);
    var isOfAll = (options.orAll || understood.isCommon) && !understood.units.length;
    var found = isOfAll ? everything() : await search.matched(understood);
    if (!found.matches.length && understood.units.some((unit) => unit.isCounted)) {
      understood = await search.understood(query, isOpen, true);
      found = await search.matched(understood);
    }
    if (!options.isTyping && understood.units.length > 1 && found.complete < ENOUGH) {
      await search.addKin(understood.units);
      found = await search.matched(understood);
    }
    var chosen = await search.chosen(found.matches, options.chosen);
    var worth = options.sort === "date" ? await days() : options.sort === "grounds" ? await grounds() : null;
    var ordered = await sorted(chosen, options.sort, worth);
    var from = options.from || 0;
    var shown = ordered.slice(from, from + (options.number || 10));
    var cards = await Promise.all(shown.map((match) => cardOf(match.rank)));
    var corrected = understood.units.filter((unit) => (unit.way === "typo" || unit.way === "root") && !found.dropped.includes(unit));
    // A word of a question that the base lacks is nothing to speak of beside others.
    var dropped = found.dropped.filter((unit) => !unit.isWeak || found.dropped.length === understood.units.length);
    var result = {
      query: query,
      total: ordered.length,
      complete: chosen.filter((match) => !match.missing.length).length,
      matches: found.matches,
      meant: understood.meant,
      isCommon: understood.isCommon,
      isWordless: !understood.units.length,
      meantBy: understood.meantBy,
      corrected: corrected.map((unit) => ({ word: unit.word, lemmas: unit.lemmas, way: unit.way })),
      dropped: dropped.map((unit) => unit.word),
      phraseIsMet: found.phraseIsMet,
      lemmas: understood.units.flatMap((unit) => unit.options.map((option) => option.lemma)),
      sayings: understood.units.flatMap((unit) => unit.options.flatMap((option) => option.sayings)),
      results: shown.map(function (match, place) {
        return {
          card: cards[place],
          rank: match.rank,
          score: match.score,
          day: options.sort === "date" ? worth(match.rank) : 0,
          ways: found.ways(match.rank),
          missing: match.missing.map((unit) => unit.word),
        };
      }),
      near: [],
      difficulties: [],
    };
    if (!options.isTyping && (!found.complete || dropped.length)) {
      result.near = await nearWords(dropped);
      result.difficulties = await likelyDifficulties(understood);
    }
    await search.learnMarks(result);
    result.isPartial = search.lost.size > 0;
    return result;
  };
})(metodbankSearch);
