const { escape, fact, link } = require("../parts.cjs");

exports.data = {
  layout: "base.11ty.cjs",
  pagination: { data: "collections.terms", size: 1, alias: "term" },
  permalink: ({ term }) => term.url,
  eleventyComputed: { title: ({ term }) => term.title },
};

exports.render = ({ term }) => `<div class="mb-record">
<h1 id="content">${escape(term.title)}</h1>
${term.place ? `<dl class="mb-facts">${fact("Территория", escape(term.place))}</dl>` : ""}
<section class="mb-section">
<h2>Практики</h2>
<ul class="mb-cards">
${term.cards.join("\n")}
</ul>
${term.more ? `<p>${link(term.more, "Показать все практики")}</p>` : ""}
</section>
</div>`;
