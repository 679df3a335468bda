// Where lemmas stand and phrases are met, read from the files of the index: search/postings.py, search/phrases.py.
"use strict";

(function (search) {
  // Title, topic, summary, text (search/piece.py, Weight).
  var WEIGHTS = 4;
  var PAIR_BITS = 12;
  var NEXT_BITS = 6;
  var LONG = 5;
  var known = new Map();

  function isThere(files, shard) {
    return (parseInt(files[shard >> 2], 16) >> (shard & 3)) & 1;
  }

  // Where a lemma stands: the numbers of the documents of each weight; null where it stands nowhere.
  search.postings = async function (lemma) {
    if (known.has(lemma)) return known.get(lemma);
    var shard = search.hash(lemma) & (search.start.shards - 1);
    if (!isThere(search.start.lemmas, shard)) return null;
    return search.read("t" + shard.toString(16), function (data) {
      var at = data[0].findIndex((each, place) => place % 2 === 0 && each === lemma);
      var bits = at < 0 ? null : new search.Bits(data[0][at + 1]);
      var found = bits && Array.from({ length: WEIGHTS }, () => bits.ascending(search.start.room));
      known.set(lemma, found);
      return found;
    });
  };

  // The documents with one word behind another, and behind both a third one unless that is none.
  async function following(one, two, three) {
    var shards = search.start.shards;
    var pair = (Math.imul(3, one) + two) & ((shards << PAIR_BITS) - 1);
    var shard = pair & (shards - 1);
    if (!isThere(search.start.phrases, shard)) return [];
    var wanted = Math.floor(pair / shards);
    return search.read("p" + shard.toString(16), function (data) {
      var bits = new search.Bits(data[0]);
      var found = [];
      var ofOne = search.lowest(1, search.start.room);
      // First the triples that one document has, then those of several.
      for (var isOfOne of [true, false]) {
        var number = bits.count();
        var low = search.lowest(number, 1 << (PAIR_BITS + NEXT_BITS));
        for (var key = -1; number; number--) {
          key += bits.gap(low);
          var documents = isOfOne ? [bits.gap(ofOne) - 1] : bits.ascending(search.start.room);
          if (isWanted(key, wanted, three)) documents.forEach((document) => found.push(document));
        }
      }
      return found;
    });
  }

  function isWanted(key, pair, three) {
    if (key >> NEXT_BITS !== pair) return false;
    return three === null || (key & ((1 << NEXT_BITS) - 1)) === three >>> (32 - NEXT_BITS);
  }

  // The documents in which the words stand one after the other as they were typed, by rank.
  search.withPhrase = async function (words) {
    var hashes = words.map(search.hash);
    var last = words.length - 2;
    var steps = hashes.slice(1).map((_, at) => at);
    // A triple tells of two steps: of a long phrase every other one is enough.
    if (words.length >= LONG) steps = steps.filter((at) => at % 2 === 0 || at === last);
    var lists = await Promise.all(
      steps.map((at) => following(hashes[at], hashes[at + 1], at < last ? hashes[at + 2] : null)),
    );
    var met = null;
    lists.filter(Boolean).forEach(function (list) {
      met = new Set(met ? list.filter((number) => met.has(number)) : list);
    });
    return new Set(Array.from(met || [], (number) => search.start.ranks[number]).filter((rank) => rank >= 0));
  };
})(metodbankSearch);
