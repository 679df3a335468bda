// A query → units: each a word with every lemma that may stand for it, and phrases to be met word by word.
"use strict";

(function (search) {
  // A phrase that is not closed goes on to the end.
  var PHRASE = /[«"“„”‟″＂‹‘]([^«»"“”„‟″＂‹›‘’]+)([»"”“‟″＂›’]|$)/g;
  var TAGS = /<\/?[a-z][^<>]*>/gi;
  var MOST_LETTERS = 1200;
  var MOST_WORDS = 40;
  var MOST_KIN = 2;
  var MOST_SOUGHT = 8;
  // More than any lemma is common (search/vocabulary.py tells it by one of 36 signs).
  var WEAK = 36;

  function add(unit, way, lemma, said) {
    if (!unit.lemmas.includes(lemma)) unit.options.push(search.option(way, lemma, said));
  }

  async function unitOf(word, way, isOpen) {
    var lemmas = await search.lemmas(word);
    var unit = { word: word, way: way, lemmas: lemmas, options: lemmas.map((lemma) => search.option(way, lemma)) };
    if (isOpen) {
      // A whole word may be begun too: what has the word itself comes first.
      var begun = lemmas.length ? "begun" : "prefix";
      (await search.completions(word)).forEach((line) => add(unit, begun, line.lemma, line.lemma));
    }
    var whole = search.wholeOf(word);
    if (whole && !isOpen) (await search.lemmas(whole)).forEach((lemma) => add(unit, "spelling", lemma, whole));
    return unit;
  }

  function fits(lemmas, unit) {
    return unit.lemmas.some((lemma) => lemmas.includes(lemma));
  }

  // Other ways to say what stands in the query: each word of a way may be met by the concept.
  // Tells whether the whole query is one of them.
  function addConcepts(units) {
    var isWhole = false;
    search.start.concepts.forEach(function (concept) {
      concept.ways.forEach(function (way) {
        for (var at = 0; at + way.lemmas.length <= units.length; at++) {
          if (!way.lemmas.every((lemmas, step) => fits(lemmas, units[at + step]))) continue;
          isWhole = isWhole || way.lemmas.length === units.length;
          var others = concept.ways.filter((other) => !areOne(other, way));
          var said = search.option("synonym", concept.id, others.map((other) => other.text));
          said.sayings = others.map((other) => other.lemmas);
          units.slice(at, at + way.lemmas.length).forEach((unit) => unit.options.push(said));
        }
      });
    });
    return isWhole;
  }

  // Adds words of one root, which count for little: a document that has only these still lacks the word.
  search.addKin = async function (units) {
    for (var unit of units) {
      var lines = unit.lemmas.length ? await search.kin(unit.lemmas[0], MOST_KIN + unit.lemmas.length) : [];
      lines.forEach((line) => add(unit, "kin", line.lemma, line.lemma));
    }
  };

  // What is counted: of each list one has to be met.
  function countedUnit(list, typed) {
    var options = list.map((word) => search.option("form", word));
    return { word: typed.replace(/[.\s]+$/, ""), isCounted: true, way: "form", lemmas: list, options: options };
  }

  // Takes what is counted out of a text: [the rest, units].
  function withoutCounted(text) {
    var rest = "";
    var at = 0;
    var units = [];
    search.counted(text).sort((a, b) => a.start - b.start).forEach(function (one) {
      if (one.start < at) return;
      one.lists.forEach((list) => units.push(countedUnit(list, text.slice(one.start, one.end).trim())));
      rest += text.slice(at, one.start) + " ";
      at = one.end;
    });
    return [rest + text.slice(at), units];
  }

  // A word that says little of what is asked: кто, делать; трудность where the base does not speak of any.
  async function isWeak(unit) {
    for (var lemma of unit.lemmas) {
      if (search.start.weakLemmas.has(lemma)) continue;
      if (!search.start.askingLemmas.has(lemma) || (await search.standsSomewhere(lemma))) return false;
    }
    return unit.lemmas.length > 0;
  }

  async function isMet(unit) {
    var are = await Promise.all(unit.options.map((option) => search.standsSomewhere(option.lemma)));
    return are.some(Boolean);
  }

  // A query in which something was written otherwise, as it was meant; empty where nothing was.
  function meantText(text, turned, chunks, parts, words) {
    if (words.some((pair) => pair[2] === "joined")) return words.map((pair) => pair[0]).join(" ");
    if (!turned && !parts.some((part) => part.by)) return "";
    var others = new Map(chunks.map((chunk, at) => [chunk, parts[at].by ? parts[at].text || parts[at].words.join(" ") : chunk]));
    return text.trim().replace(/\S+/g, (chunk) => others.get(chunk) || chunk);
  }

  // Whether two ways to say a concept have the same words.
  function areOne(one, other) {
    return JSON.stringify(one.lemmas) === JSON.stringify(other.lemmas);
  }

  function commonness(unit) {
    var lines = search.linesAtHand(unit.word).filter((line) => unit.lemmas.includes(line.lemma));
    return Math.max(unit.isWeak ? WEAK : 0, ...lines.map((line) => line.common));
  }

  // Of a long query the commonest words are left out: they tell least, and each costs a file.
  function telling(units) {
    var kept = units.slice().sort((a, b) => commonness(a) - commonness(b)).slice(0, MOST_SOUGHT);
    return units.filter((unit) => kept.includes(unit));
  }

  // The words by which a document with the very name that was typed is found (search/tokens.py, name_key).
  function namesOf(text, words) {
    var names = [search.wordsOf(text), words];
    return Array.from(new Set(names.filter((name) => name.length).map((name) => name.join(" "))), function (name) {
      return "0=" + search.digest(name).toString(16);
    });
  }

  // { units, phrases, names, isTerm, isOfArchive, isCommon, meant, meantBy }: phrases are lists of words as they were typed; names
  // tell of a document that is called so; only common words that nobody seeks by make a query common.
  // In an open one the last word may be only begun; a plain one takes numbers for words of their own.
  search.understood = async function (query, isOpen, isPlain) {
    var phrases = [];
    var text = query.slice(0, MOST_LETTERS).replace(TAGS, " ").replace(PHRASE, function (all, phrase, end) {
      var words = search.wordsOf(phrase);
      // The sign of an open phrase may be a letter of the other layout.
      if (!end && (words.length < 2 || !/[а-яё]/i.test(phrase))) return all;
      if (words.length < 2) return phrase;
      phrases.push(words);
      return " " + phrase + " ";
    });
    var turned = phrases.length ? null : await search.turned(text);
    if (turned) text = turned.text;
    var taken = phrases.length || isPlain ? [text, []] : withoutCounted(text);
    var chunks = Array.from(new Set(taken[0].split(/\s+/).filter(Boolean))).slice(0, MOST_WORDS);
    isOpen = Boolean(isOpen) && !/\s$/.test(query) && !phrases.length;
    var parts = await Promise.all(chunks.map((chunk, at) => search.meant(chunk, isOpen && at === chunks.length - 1)));
    parts.forEach(function (part, at) {
      if (turned && turned.chunks.has(chunks[at]) && part.way === "form") part.way = turned.way;
    });
    var pairs = parts.flatMap((part) => part.words.map((word) => [word, part.way]));
    var words = await search.rejoined(pairs, isOpen);
    var units = await Promise.all(
      words.map((pair, at) => unitOf(pair[0], pair[1], isOpen && at === words.length - 1)),
    );
    for (var unit of units) {
      if (!unit.options.length) await search.corrected(unit);
      unit.isWeak = await isWeak(unit);
    }
    var isTerm = addConcepts(units) && !taken[1].length;
    for (var other of units) {
      if (!other.isWeak && other.options.length && !(await isMet(other))) await search.corrected(other);
    }
    var meant = meantText(text, turned, chunks, parts, words);
    var kinds = [turned ? turned.by : ""].concat(words.map((pair) => pair[2]), parts.map((part) => part.by));
    return {
      units: telling(units.concat(taken[1])),
      phrases: phrases,
      names: namesOf(text, units.filter((unit) => !unit.isWeak).map((unit) => unit.word)),
      isTerm: isTerm,
      isOfArchive: units.some((unit) => unit.lemmas.includes("архив")),
      isCommon: !words.length && !taken[1].length && search.wordsIn(text).length > 0,
      meant: meant,
      meantBy: (meant && kinds.find(Boolean)) || "",
    };
  };
})(metodbankSearch);
