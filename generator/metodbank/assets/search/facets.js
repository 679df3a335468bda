// Facets: which values each document has, what is chosen, and how many documents each value would leave.
"use strict";

(function (search) {
  var columns = new Map();

  // A facet: { title, values: [{ id, title }], sets: [[place of a value]], of: set number by rank }.
  search.column = async function (name) {
    if (columns.has(name)) return columns.get(name);
    return search.read("f-" + name, function (data) {
      var column = {
        title: data[0],
        values: data[1].map((pair) => ({ id: pair[0], title: search.swapped(pair[1]) })),
        sets: data[2].split(" ").map((text) => (text ? text.split(",").map(Number) : [])),
        of: search.placesIn(data[3], data[4], search.start.numbers.length),
      };
      columns.set(name, column);
      return column;
    });
  };

  function facets(names) {
    return Promise.all(names.map(search.column));
  }

  // For each facet the test whether a document has one of the chosen values.
  async function tests(chosen) {
    var names = Object.keys(chosen).filter((name) => chosen[name].length);
    var found = await facets(names);
    return names.map(function (name, place) {
      var column = found[place];
      if (!column) return { name: name, passes: () => false };
      var places = chosen[name].map((id) => column.values.findIndex((value) => value.id === id));
      var good = column.sets.map((set) => set.some((each) => places.includes(each)));
      return { name: name, passes: (rank) => good[column.of[rank]] };
    });
  }

  // The matches that have, of each facet with chosen values, one of these: { facet: [value] }.
  search.chosen = async function (matches, chosen) {
    var each = await tests(chosen || {});
    return matches.filter((match) => each.every((test) => test.passes(match.rank)));
  };

  // Facets with the number of matches that have each value and pass the choices in all other facets.
  search.counts = async function (matches, chosen) {
    var each = await tests(chosen || {});
    var names = search.start.facets.map((facet) => facet[0]);
    var found = await facets(names);
    return names
      .map(function (name, place) {
        var column = found[place];
        if (!column) return null;
        var others = each.filter((test) => test.name !== name);
        var ofSets = new Uint32Array(column.sets.length);
        matches.forEach(function (match) {
          if (others.every((test) => test.passes(match.rank))) ofSets[column.of[match.rank]]++;
        });
        var counts = new Uint32Array(column.values.length);
        column.sets.forEach((set, number) => set.forEach((value) => (counts[value] += ofSets[number])));
        var picked = (chosen && chosen[name]) || [];
        var values = column.values
          .map((value, at) => ({
            id: value.id,
            title: value.title,
            count: counts[at],
            isChosen: picked.includes(value.id),
          }))
          .filter((value) => value.count || value.isChosen);
        return { name: name, title: column.title, values: values };
      })
      .filter((facet) => facet && facet.values.length);
  };
})(metodbankSearch);
