// The panel of facets: checkboxes that stay where they are while their numbers change.
"use strict";

(function (search) {
  var page = search.page;
  var made = page.made;
  var MOST = 8;
  var LEAST_HIDDEN = 3;
  var OPEN = 3;
  var blocks = new Map();

  // Puts nodes into a parent in their order; what has the focus is neither moved nor taken away.
  function place(parent, nodes) {
    Array.from(parent.children).forEach(function (node) {
      if (!nodes.includes(node) && !node.contains(document.activeElement)) node.remove();
    });
    nodes.forEach(function (node, at) {
      if (parent.children[at] !== node) parent.insertBefore(node, parent.children[at] || null);
    });
  }

  function blockOf(facet, isOpen) {
    var list = made("ul", "mb-plain");
    var block = { list: list, rows: new Map(), isWhole: false, isInOrder: facet.name === "register" };
    block.more = page.button("mb-filter__more", "", function () {
      block.isWhole = !block.isWhole;
      var before = Array.from(block.rows.values()).filter((row) => row.node.hidden);
      shorten(block);
      if (block.isWhole && before.length) before[0].box.focus();
    });
    var words = made("fieldset", "mb-choices", made("legend", "mb-unseen", facet.title), list, block.more);
    block.chosen = made("span", "mb-filter__count");
    var summary = made("summary", "", made("span", "", facet.title), block.chosen);
    block.node = made("details", "mb-filter", summary, words);
    block.node.open = isOpen;
    return block;
  }

  function rowOf(facet, value) {
    var box = made("input");
    box.type = "checkbox";
    box.name = facet.name;
    box.value = value.id;
    var count = made("span", "mb-filter__count");
    var label = made("label", "mb-choice", box, made("span", "mb-choice__text", value.title), " ", count);
    return { node: made("li", "", label), box: box, count: count, number: 0 };
  }

  function shorten(block) {
    var rows = Array.from(block.list.children, (node) => block.byNode.get(node)).filter(Boolean);
    // Registers come first in their own order; of subjects and places those with most records are wanted.
    var best = block.isInOrder ? rows : rows.slice().sort((a, b) => b.number - a.number);
    var few = new Set(best.slice(0, MOST));
    var rest = rows.filter((row) => !few.has(row) && !row.box.checked);
    var isLong = rest.length >= LEAST_HIDDEN;
    rows.forEach((row) => (row.node.hidden = isLong && !block.isWhole && rest.includes(row)));
    block.more.hidden = !isLong;
    block.more.textContent = block.isWhole ? "Показать меньше" : "Ещё\u00a0" + rest.length;
    block.more.setAttribute("aria-expanded", String(block.isWhole));
  }

  function showValues(block, facet) {
    block.rows.forEach((row) => (row.number = 0));
    var nodes = facet.values.map(function (value) {
      if (!block.rows.has(value.id)) block.rows.set(value.id, rowOf(facet, value));
      var row = block.rows.get(value.id);
      row.number = value.count;
      row.box.checked = value.isChosen;
      return row.node;
    });
    block.rows.forEach((row) => (row.count.textContent = page.number(row.number)));
    block.byNode = new Map(Array.from(block.rows.values(), (row) => [row.node, row]));
    place(block.list, nodes);
    shorten(block);
    var chosen = facet.values.filter((value) => value.isChosen).length;
    block.chosen.textContent = chosen ? "выбрано: " + chosen : "";
  }

  // Shows the facets as `counts` gives them; one that would narrow nothing is left out.
  // Tells whether there are any.
  page.showFacets = function (panel, facets, total) {
    var useful = facets.filter((facet) => facet.values.some((value) => value.isChosen || value.count < total));
    var nodes = useful.map(function (facet, at) {
      var isChosen = facet.values.some((value) => value.isChosen);
      if (!blocks.has(facet.name)) blocks.set(facet.name, blockOf(facet, at < OPEN || isChosen));
      var block = blocks.get(facet.name);
      showValues(block, facet);
      return block.node;
    });
    place(panel, nodes);
    return nodes.length > 0;
  };
})(metodbankSearch);
