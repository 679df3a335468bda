const { escape, link, pagination } = require("../parts.cjs");

exports.data = {
  layout: "base.11ty.cjs",
  pagination: { data: "collections.indexes", size: 1, alias: "list" },
  permalink: ({ list }) => list.url,
  eleventyComputed: { title: ({ list }) => list.title },
};

exports.render = ({ list, titles }) => `<header class="mb-list__head">
<h1 id="content">${escape(list.title)}</h1>
</header>
<div class="mb-main">
<p class="mb-count">${list.of}</p>
<ul class="mb-cards">
${list.some
  .map(
    ([id, place]) => `<li class="mb-card">
<p class="mb-card__title">${link(`${list.kind}/${id}`, titles[id])}</p>
<p class="mb-card__facts"><span class="mb-card__fact"><span class="mb-label">Территория:</span> ${escape(place)}</span></p>
</li>`,
  )
  .join("\n")}
</ul>
${pagination(list)}
</div>`;
