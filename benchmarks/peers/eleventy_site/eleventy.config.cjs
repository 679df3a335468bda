// The fastest that Eleventy offers: JavaScript templates, no template engine over the Markdown.
const fs = require("node:fs");
const path = require("node:path");
const { card, filters } = require("./parts.cjs");

const PAGE_SIZE = 24;

function pagesOf(items, at, words) {
  const pages = [];
  const total = Math.max(1, Math.ceil(items.length / PAGE_SIZE));
  const url = (number) => (number === 1 ? `${at}.html` : `${at.replace(/index$/, "")}${at.endsWith("index") ? "" : "-"}page-${number}.html`);
  for (let number = 1; number <= total; number += 1) {
    const some = items.slice((number - 1) * PAGE_SIZE, number * PAGE_SIZE);
    pages.push({ ...words, some, number, total, of: items.length, url: url(number), urlOf: url });
  }
  return pages;
}

function grouped(items, key) {
  const groups = new Map();
  for (const item of items) {
    for (const id of item.data[key] ?? []) {
      if (!groups.has(id)) groups.set(id, []);
      groups.get(id).push(item);
    }
  }
  return groups;
}

module.exports = (config) => {
  const data = (name) => JSON.parse(fs.readFileSync(path.join(__dirname, "content/_data", name), "utf-8"));
  const titles = data("titles.json");
  const facets = data("facets.json");
  const terms = data("terms.json");
  const wholeLists = data("whole_lists.json");
  const sorted = (api) =>
    api.getFilteredByTag("practices").sort((a, b) => (a.data.title < b.data.title ? -1 : a.data.title > b.data.title ? 1 : 0));

  config.addPassthroughCopy({ static: "/" });
  config.addCollection("lists", (api) => {
    const practices = sorted(api);
    const groups = Object.keys(facets).map((facet) => [facet, grouped(practices, facet)]);
    const cards = new Map(practices.map((item) => [item, card(item, titles)]));
    const chosen = filters(groups, facets, titles);
    const listed = (items, at, title) => pagesOf(items, at, { title, chosen, cards });
    return [
      ...listed(practices, "practices/index", ""),
      ...groups.flatMap(([facet, values]) =>
        [...values].flatMap(([id, items]) => listed(items, `practices/${facet}-${id}`, titles[id])),
      ),
    ];
  });
  config.addCollection("terms", (api) => {
    const practices = sorted(api);
    return Object.entries(terms).flatMap(([kind, places]) => {
      const groups = grouped(practices, kind);
      const list = wholeLists[kind];
      return Object.entries(places).map(([id, place]) => {
        const items = groups.get(id) ?? [];
        return {
          url: `${kind}/${id}.html`,
          title: titles[id],
          place,
          cards: (list ? items.slice(0, PAGE_SIZE) : items).map((item) => card(item, titles)),
          more: list && items.length > PAGE_SIZE ? `practices/${list}-${id}` : null,
        };
      });
    });
  });
  config.addCollection("indexes", () =>
    Object.entries(terms).flatMap(([kind, places]) => pagesOf(Object.entries(places), `${kind}/index`, { kind, title: titles[kind] })),
  );
  return { dir: { input: "content", includes: "../_includes", output: "_site" }, markdownTemplateEngine: false };
};
