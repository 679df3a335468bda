const { escape, pagination } = require("../parts.cjs");

exports.data = {
  layout: "base.11ty.cjs",
  title: "Практики",
  pagination: { data: "collections.lists", size: 1, alias: "list" },
  permalink: ({ list }) => list.url,
};

exports.render = ({ list }) => `<header class="mb-list__head">
<h1 id="content">Практики</h1>
${list.title ? `<p class="mb-chosen"><span class="mb-chip">${escape(list.title)}</span> <a href="../practices/index.html">Показать все практики</a></p>` : ""}
</header>
<div class="mb-columns mb-columns--list">
${list.chosen}
<div class="mb-main">
<p class="mb-count">${list.of} практик</p>
<ul class="mb-cards">
${list.some.map((item) => list.cards.get(item)).join("\n")}
</ul>
${pagination(list)}
</div>
</div>`;
