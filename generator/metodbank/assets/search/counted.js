// What a text counts: «5-й класс», «36 ч», «3 декабря» are one word each (search/counted_words.py).
"use strict";

(function (search) {
  var MOST_GRADES = 11;
  var ORDINALS = "перв втор трет четверт пят шест седьм восьм девят десят одиннадцат".split(" ");
  var PUPILS = "перво второ третье четверо пяти шести семи восьми девяти десяти одиннадцати".split(" ");
  var MONTHS = "январ феврал март апрел ма июн июл август сентябр октябр ноябр декабр".split(" ");
  var NUMBER =
    "(?:[0-9]{1,4}|(?:" + ORDINALS.join("|") + ")[а-я]{1,3})(?:-?(?:й|го|му|м|ый|ой|ом|ого|е|х|я|ая))?";
  var JOINED = "\\s*(?:[-–—,]|(?:^|\\s)(?:и|или|по)(?=\\s))\\s*";
  var UNITS = [
    ["grade", "класс(?:а|е|у|ом|ов|ы|ам|ами|ах)?|кл"],
    ["hour", "час(?:а|у|ов|ы|ам|ами|ах)?|ч"],
    ["minute", "минут(?:а|ы|у|ой|ам|ами|ах)?|мин"],
    ["", "(?:" + MONTHS.join("|") + ")[аяьйеюу]?"],
  ];
  // What stands before is a part of the match: browsers of some years ago know no look behind.
  var COUNTED = new RegExp(
    "(^|[^0-9а-я.])(" + NUMBER + "(?:" + JOINED + NUMBER + ")*)[\\s-]*(?:" +
      UNITS.map((unit) => "(" + unit[1] + ")").join("|") + ")(?![а-я])",
    "g",
  );
  var DATE = /(^|[^0-9.])([0-9]{1,2})\.([0-9]{1,2})\.(?=[0-9]{2,4}(?![0-9]))/g;
  var PUPIL = new RegExp("()(" + PUPILS.join("|") + ")классни[а-я]*", "g");
  var PART = /([-–—]\s*|(?:^|\s)по\s+)?(?:([0-9]+)|([а-я]{4,}))/g;

  function ordinal(word) {
    return ORDINALS.findIndex((stem) => word.startsWith(stem)) + 1;
  }

  // Lists of numbers, any of which may be meant: «2 и 4» are two lists, «5–6» is one.
  function numbers(text) {
    var lists = [];
    for (var part of text.matchAll(PART)) {
      var number = part[2] ? Number(part[2]) : ordinal(part[3]);
      var last = lists.length ? lists[lists.length - 1] : null;
      var from = last ? last[last.length - 1] : 0;
      if (part[1] && last && from < number && number <= MOST_GRADES) {
        while (from < number) last.push(++from);
      } else {
        lists.push([number]);
      }
    }
    return lists;
  }

  function endingOf(match) {
    var at = UNITS.findIndex((_, place) => match[place + 3]);
    if (UNITS[at][0]) return UNITS[at][0];
    return "." + (MONTHS.findIndex((stem) => match[at + 3].startsWith(stem)) + 1);
  }

  // [{ start, end, lists }]: each list holds words of which one has to be met.
  search.counted = function (text) {
    var low = search.fold(text);
    var found = [];
    function add(match, lists) {
      var start = search.unfolded(text, low, match.index + match[1].length);
      found.push({ start: start, end: search.unfolded(text, low, match.index + match[0].length), lists: lists });
    }
    for (var date of low.matchAll(DATE)) add(date, [[Number(date[2]) + "." + Number(date[3])]]);
    for (var pupil of low.matchAll(PUPIL)) add(pupil, [[PUPILS.indexOf(pupil[2]) + 1 + "grade"]]);
    for (var match of low.matchAll(COUNTED)) {
      var ending = endingOf(match);
      add(match, numbers(match[2]).map((list) => list.map((number) => number + ending)));
    }
    return found;
  };
})(metodbankSearch);
