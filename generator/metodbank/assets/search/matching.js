// Units → documents: which have all words, which have most, how well each fits and why.
"use strict";

(function (search) {
  // A document that is called just as the query says, and one that lies in the archive, beside others.
  var NAMED = 1.7;
  var ARCHIVED = 0.1;
  // How much a word says by where it stands: title, topic, summary, text (search/piece.py, Weight).
  var WEIGHTS = [6, 3.5, 2.2, 1];
  var ENOUGH = 0.45;
  var STANDING = 90;
  // What a word of questions (кто, делать) weighs beside others.
  var WEAKNESS = 0.3;
  // A document that has only a word of the same root lacks so much of the word.
  var LACK_OF_KIN = 0.5;
  // In a title a word of every school, or only one of the same root, says no more than in a topic.
  var LEVELLED = WEIGHTS.map((each) => Math.min(each, WEIGHTS[1]));
  var DISTANT = new Set(["kin", "root"]);
  var EVERYWHERE = new Set("ребенок ученик учитель педагог школа класс урок работа год".split(" "));
  var OWN = new Set(["form", "layout", "spelling", "typo", "stem", "root"]);

  function rarity(documents) {
    var all = search.start.numbers.length;
    return Math.log(1 + (all - documents + 0.5) / (documents + 0.5));
  }

  // What is in the archive has no standing; it comes last unless it is asked for.
  function worthOf(rank, isAskedFor) {
    var standing = search.start.standings[rank];
    return standing || isAskedFor ? 1 + standing / STANDING : ARCHIVED;
  }

  // The documents that have one of the names.
  async function called(names) {
    var lists = await Promise.all(names.map(search.postings));
    var numbers = lists.filter(Boolean).flatMap((list) => list.flatMap((each) => Array.from(each)));
    return new Set(numbers.map((number) => search.start.ranks[number]));
  }

  // Of each document how well a unit fits it, and by which of its options, counted from 1.
  async function fitting(unit) {
    var all = search.start.numbers.length;
    var found = { unit: unit, fit: new Float32Array(all), by: new Uint8Array(all), documents: 0, rarity: 0 };
    found.has = new Uint8Array(all);
    found.own = new Uint8Array(all);
    found.field = new Uint8Array(all).fill(WEIGHTS.length);
    found.said = new Uint8Array(all);
    var lists = await Promise.all(unit.options.map((option) => search.postings(option.lemma)));
    var own = 0;
    var weight = unit.isWeak ? WEAKNESS : 1;
    var isOfAll = unit.lemmas.some((lemma) => EVERYWHERE.has(lemma));
    lists.forEach(function (list, place) {
      if (!list) return;
      var option = unit.options[place];
      var weights = isOfAll || DISTANT.has(option.way) ? LEVELLED : WEIGHTS;
      var size = list.reduce((sum, each) => sum + each.length, 0);
      var isBegun = option.way === "begun";
      if (option.way !== "synonym" && option.way !== "kin" && !isBegun) own += size;
      var worth = weight * option.worth * (isBegun && own ? Math.min(rarity(own), rarity(size)) : rarity(size));
      list.forEach(function (numbers, field) {
        numbers.forEach(function (number) {
          var rank = search.start.ranks[number];
          if (!(rank >= 0)) return;
          if (option.way !== "kin" && !found.has[rank]) {
            found.has[rank] = 1;
            found.documents++;
          }
          if (option.way === "synonym") found.said[rank] = place + 1;
          if (OWN.has(option.way)) {
            found.own[rank] = place + 1;
            found.field[rank] = Math.min(found.field[rank], field);
          }
          if (found.fit[rank] < worth * weights[field]) {
            found.fit[rank] = worth * weights[field];
            found.by[rank] = place + 1;
          }
        });
      });
    });
    // A word that was guessed by its root may not have been meant: its lack weighs less.
    if (unit.way === "root") weight *= LACK_OF_KIN;
    found.rarity = found.documents ? weight * rarity(Math.min(own || found.documents, found.documents)) : 0;
    return found;
  }

  // Documents with all units or most of what they weigh: { rank, score, missing: [unit] }, best first. Those with
  // all words come first unless another has the words in far more telling places: by lists of tasks that is better.
  search.matched = async function (understood) {
    var each = await Promise.all(understood.units.map(fitting));
    var named = await called(understood.names || []);
    var phrases = await Promise.all(understood.phrases.map(search.withPhrase));
    var sought = each.filter((one) => one.documents);
    var dropped = each.filter((one) => !one.documents).map((one) => one.unit);
    var allowed = phrases.filter((set) => set.size);
    var areAllWeak = sought.every((one) => one.unit.isWeak);
    var total = sought.reduce((sum, one) => sum + (one.unit.isWeak && !areAllWeak ? 0 : one.rarity), 0);
    var found = [];
    for (var rank = 0; sought.length && rank < search.start.numbers.length; rank++) {
      if (!allowed.every((set) => set.has(rank))) continue;
      var missing = [];
      var score = 0;
      var lost = 0;
      for (var one of sought) {
        score += one.fit[rank];
        if (one.has[rank] || (one.unit.isWeak && !areAllWeak)) continue;
        lost += one.rarity * (one.by[rank] ? LACK_OF_KIN : 1);
        missing.push(one);
      }
      if (missing.length && total - lost < ENOUGH * total) continue;
      var share = total ? 1 - lost / total : 1;
      score *= share * worthOf(rank, understood.isOfArchive || named.has(rank)) * (named.has(rank) ? NAMED : 1);
      found.push({ rank: rank, score: score, missing: missing.map((other) => other.unit) });
    }
    var complete = found.filter((match) => !match.missing.length).length;
    if (complete && (sought.length < 3 || understood.isTerm)) found = found.filter((match) => !match.missing.length);
    found.sort((a, b) => b.score - a.score || a.rank - b.rank);
    return {
      matches: found,
      complete: complete,
      dropped: dropped,
      phraseIsMet: phrases.length === allowed.length,
      ways: (rank) => waysTo(sought, rank),
    };
  };

  // Why a document was found: of each unit the very word where it stands there, else what fits it best. Of the
  // word itself `field` tells where it stands at best (search/piece.py, Weight), `others` how else it is said there.
  function waysTo(sought, rank) {
    return sought
      .filter((one) => one.by[rank])
      .map(function (one) {
        var option = one.unit.options[(one.own[rank] || one.by[rank]) - 1];
        var told = { word: one.unit.word, way: option.way, lemma: option.lemma, said: option.said };
        if (!one.own[rank]) return told;
        var said = one.unit.options[one.said[rank] - 1];
        return Object.assign(told, { field: one.field[rank], others: said ? said.said : [] });
      });
  }
})(metodbankSearch);
