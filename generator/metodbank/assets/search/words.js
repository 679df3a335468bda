// Words as the index writes them: search/tokens.py, search/encoding.py and search/numbers.py.
"use strict";

(function (search) {
  var russian = "абвгдежзийклмнопрстуфхцчшщъыьэюя";
  var latin = "abcdefghijklmnopqrstuvwxyzABCDEF";
  var other = new Map();
  for (var i = 0; i < russian.length; i++) {
    other.set(russian[i], latin[i]);
    other.set(latin[i], russian[i]);
  }

  search.swapped = function (text) {
    var found = "";
    for (var letter of text) found += other.get(letter) || letter;
    return found;
  };

  // A word of which it is told how many letters it has of the one before, and the rest.
  search.told = function (before, text) {
    return before.slice(0, parseInt(text[0], 36)) + search.swapped(text.slice(1));
  };

  // Stress marks, soft hyphens, signs without width; й and ё are letters of their own before these go.
  var SILENT = /[\u0300-\u036f\u00ad\u200b-\u200f\u2060\ufeff]/g;
  var WORD = /[0-9]+|\p{L}[\p{L}\u0300-\u036f\u00ad\u200b-\u200f\u2060\ufeff]*/gu;

  search.fold = function (text) {
    return text.normalize("NFC").toLowerCase().replace(SILENT, "").normalize("NFC").replaceAll("ё", "е");
  };

  // Every word of a text with its place in the text.
  search.tokens = function (text) {
    return Array.from(text.matchAll(WORD), function (match) {
      return { word: search.fold(match[0]), start: match.index, end: match.index + match[0].length };
    });
  };

  // The place in a text of what stands at a place of the folded text.
  search.unfolded = function (text, folded, at) {
    var place = at;
    while (folded.length !== text.length && place < text.length && search.fold(text.slice(0, place)).length < at) place++;
    return place;
  };

  // A text as a number of 32 bits (FNV-1a).
  search.digest = function (text) {
    var number = 2166136261;
    for (var letter of text) number = Math.imul(number ^ letter.codePointAt(0), 16777619);
    return number >>> 0;
  };

  // The mixed digest of a word: by it files and phrases are found.
  search.hash = function (word) {
    var number = search.digest(word);
    return (number ^ (number >>> 15)) >>> 0;
  };

  var keys = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`";
  var letters = "йцукенгшщзхъфывапролджэячсмитьбюе";
  var shifted = { "{": "х", "}": "ъ", ":": "ж", '"': "э", "<": "б", ">": "ю", "~": "е" };
  var toRussian = new Map(Object.entries(shifted));
  var toLatin = new Map();
  for (var j = 0; j < keys.length; j++) {
    toRussian.set(keys[j], letters[j]);
    toLatin.set(letters[j], keys[j]);
  }

  // What the same keys give in the other layout; empty where nothing changes.
  search.otherLayout = function (text) {
    var lower = search.fold(text);
    var table = /[а-я]/.test(lower) ? toLatin : toRussian;
    var found = Array.from(lower, function (letter) {
      return table.get(letter) || letter;
    }).join("");
    return found === lower ? "" : found;
  };

  var endings = (
    "иями ями ами его ого ему ому ыми ими иях ях ах иям ям ам ией ей ой ий ый ое ее ие ые ов ев ью ия ья " +
    "ую юю ая яя ою ею ем им ым ом их ых ешь ишь ете ите ует ют ят ут ат ть ла ло ли ла на но ны ал ил ел " +
    "ся сь а е и й о у ы ь ю я"
  )
    .split(" ")
    .sort(function (a, b) {
      return b.length - a.length;
    });

  // A word without its ending, for words that no dictionary has.
  search.withoutEnding = function (word) {
    if (!/^[а-я]{4,}$/.test(word)) return word;
    var ending = endings.find(function (each) {
      return word.endsWith(each) && word.length - each.length >= 3;
    });
    return ending ? word.slice(0, -ending.length) : word;
  };

  // The same without its fleeting vowel too.
  search.stem = function (word) {
    if (!/^[а-я]{4,}$/.test(word)) return word;
    return search.withoutEnding(word).replace(/([бвгджзклмнпрстфхцчшщ])[ое]([бвгджзклмнпрстфхцчшщ])$/, "$1$2");
  };
})(metodbankSearch);
