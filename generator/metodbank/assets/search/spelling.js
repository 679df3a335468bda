// Words in letters that are not theirs: Russian by Latin letters, and Latin letters that look like Russian ones.
"use strict";

(function (search) {
  var LATIN = "aceopxykmthbіїєґ";
  var RUSSIAN = "асеорхукмтнвииег";
  var SOUNDS = new Map(
    (
      "iya ия iyu ию iye ие shch щ sch щ zh ж kh х ts ц ch ч sh ш yu ю ju ю ya я ja я yo е jo е ye е iy ий yi ый ey ей ay ай oy ой uy уй " +
      "a а b б c ц d д e е f ф g г h х i и j й k к l л m м n н o о p п q к r р s с t т u у v в w в x кс y ы z з ' ь"
    )
      .split(" ")
      .map((each, at, all) => (at % 2 ? null : [each, all[at + 1]]))
      .filter(Boolean),
  );
  var LONGEST = 4;

  function isLatin(word) {
    return /^[a-z]+$/.test(word);
  }

  // Russian letters for Latin ones that look the same («OГЭ») and for Ukrainian ones; empty where other Latin letters are left.
  search.lookingAlike = function (word) {
    if (!/[a-zіїєґ]/.test(word)) return "";
    var found = Array.from(word, (letter) => RUSSIAN[LATIN.indexOf(letter)] || letter).join("");
    return /[a-z]/.test(found) ? "" : found;
  };

  // A Russian word by its sounds: chtenie – чтение; empty for a word in other letters.
  search.bySound = function (word) {
    if (!isLatin(word)) return "";
    var found = "";
    for (var at = 0; at < word.length; ) {
      for (var letters = LONGEST; letters; letters--) {
        var sound = SOUNDS.get(word.slice(at, at + letters));
        if (sound) break;
      }
      found += sound || word[at];
      at += Math.max(1, letters);
    }
    return found;
  };
})(metodbankSearch);
