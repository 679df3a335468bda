// Numbers from text of six bits a sign, as the index writes them: search/bits.py and search/columns.py.
"use strict";

(function (search) {
  var SIGNS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  var A_SIGN = 6;
  // More digits than any number has: there the text is not what was meant.
  var MOST_DIGITS = 30;
  var codes = new Uint8Array(128);
  Array.from(SIGNS, (sign, code) => (codes[sign.charCodeAt(0)] = code));

  // Reads the numbers of a text one after the other; behind its end there are zeros.
  search.Bits = class {
    constructor(text) {
      this.text = text;
      this.at = 0;
      this.held = 0;
      this.left = 0;
    }

    take(bits) {
      var number = 0;
      while (bits) {
        if (!this.left) {
          this.held = codes[this.text.charCodeAt(this.at++)] || 0;
          this.left = A_SIGN;
        }
        var now = bits < this.left ? bits : this.left;
        this.left -= now;
        bits -= now;
        number = (number << now) | ((this.held >> this.left) & ((1 << now) - 1));
      }
      return number;
    }

    ones() {
      var number = 0;
      while (this.take(1)) number++;
      return number;
    }

    // A number that is mostly small.
    count() {
      var digits = this.ones();
      if (digits > MOST_DIGITS) throw new RangeError("not a number of the index");
      return (1 << digits) + this.take(digits) - 1;
    }

    // The distance from the number before, from 1, with so many low bits.
    gap(low) {
      return this.ones() * (1 << low) + this.take(low) + 1;
    }

    // Ascending numbers that lie anywhere below the room, or little above.
    ascending(room) {
      var count = this.count();
      if (count > this.text.length * A_SIGN) throw new RangeError("more numbers than the text has bits");
      var found = new Int32Array(count);
      var low = search.lowest(count, room);
      for (var place = 0, last = -1; place < count; place++) found[place] = last += this.gap(low);
      return found;
    }
  };

  // How many low bits the gaps have of so many numbers that lie anywhere in a room.
  search.lowest = function (count, room) {
    return Math.max(0, 31 - Math.clz32(Math.floor(room / count)));
  };

  // Reads codes whose lengths are given, a digit each: each code is the next one of its length.
  function decoder(lengths) {
    var ofLength = [];
    for (var digit of lengths) {
      var length = parseInt(digit, 36);
      ofLength[length] = (ofLength[length] || 0) + 1;
    }
    return function (bits) {
      if (lengths.length < 2) return 0;
      for (var length = 1, code = 0, first = 0, before = 0; length < ofLength.length; length++) {
        code = code * 2 + bits.take(1);
        first *= 2;
        var number = ofLength[length] || 0;
        if (code - first < number) return before + code - first;
        before += number;
        first += number;
      }
      throw new RangeError("no such code");
    };
  }

  // For each of so many documents the place of what it has among the different ones.
  search.placesIn = function (lengths, text, size) {
    var bits = new search.Bits(text);
    var found = new Uint16Array(size);
    var next = decoder(lengths);
    if (!bits.take(1)) for (var rank = 0; rank < size; rank++) found[rank] = next(bits);
    else bits.ascending(size).forEach((rank) => (found[rank] = next(bits) + 1));
    return found;
  };
})(metodbankSearch);
