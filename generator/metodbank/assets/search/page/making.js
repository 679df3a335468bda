// The page of the search: elements and the words of numbers, made of text alone.
"use strict";

(function (search) {
  var page = (search.page = {});

  // An element of the page of the search by its name there.
  page.at = function (name) {
    return document.getElementById("search-" + name);
  };

  page.made = function (tag, names, ...content) {
    var element = document.createElement(tag);
    if (names) element.className = names;
    element.append(...content.filter((each) => each !== "" && each !== null));
    return element;
  };

  page.link = function (address, ...content) {
    var link = page.made("a", "", ...content);
    link.href = address;
    return link;
  };

  page.button = function (names, text, act) {
    var button = page.made("button", names, text);
    button.type = "button";
    button.addEventListener("click", act);
    return button;
  };

  // Things one after the other with something between each two.
  page.joined = function (nodes, between) {
    return nodes.flatMap((node, place) => (place ? [between, node] : [node]));
  };

  // 1 запись, 3 записи, 1 234 записи, 5 записей.
  page.counted = function (number, one, few, many) {
    var last = number % 10;
    var isTeen = number % 100 > 10 && number % 100 < 20;
    var word = isTeen || last === 0 || last > 4 ? many : last === 1 ? one : few;
    return page.number(number) + "\u00a0" + word;
  };

  page.number = function (number) {
    return String(number).replace(/\B(?=(\d{3})+$)/g, "\u00a0");
  };

  page.records = function (number) {
    return page.counted(number, "запись", "записи", "записей");
  };

  page.quoted = function (text) {
    return "«" + text + "»";
  };
})(metodbankSearch);
