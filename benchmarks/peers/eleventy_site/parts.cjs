const escape = (text) => String(text).replace(/[&<>"]/g, (one) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&#34;" })[one]);

const fact = (name, value) => `<div class="mb-fact"><dt>${name}</dt><dd>${value}</dd></div>`;

const link = (url, title) => `<a href="../${url}.html">${escape(title)}</a>`;

const card = (item, titles) => `<li class="mb-card">
<p class="mb-card__title">${link(`practices/${item.fileSlug}`, item.data.title)}</p>
<p class="mb-card__difficulty"><span class="mb-label">Затруднение:</span> ${item.data.difficulties.map((id) => escape(titles[id])).join("; ")}</p>
<p class="mb-card__summary">${escape(item.data.description)}</p>
<p class="mb-card__facts">
<span class="mb-card__fact"><span class="mb-label">Кому:</span> ${escape(item.data.audience)}</span>
<span class="mb-card__fact"><span class="mb-label">На уроке:</span> ${item.data.lesson_minutes} минут</span>
<span class="mb-card__fact"><span class="mb-label">Подготовка:</span> ${item.data.preparation_minutes} минут</span>
<span class="mb-rung mb-rung--2">есть замеры</span>
</p>
</li>`;

const filters = (groups, facets, titles) => `<nav class="mb-filters" aria-label="Отбор">
<details class="mb-filters__all">
<summary>Отобрать</summary>
${groups
  .map(
    ([facet, values]) => `<details class="mb-filter">
<summary>${escape(facets[facet])}</summary>
<ul class="mb-plain">
${[...values]
  .map(([id, items]) => `<li>${link(`practices/${facet}-${id}`, titles[id])} <span class="mb-filter__count">${items.length}</span></li>`)
  .join("\n")}
</ul>
</details>`,
  )
  .join("\n")}
</details>
</nav>`;

const pagination = ({ number, total, urlOf }) => {
  const step = (to, text) => `<li><a href="../${urlOf(to)}">${text}</a></li>`;
  if (total === 1) return "";
  return `<nav class="mb-pagination" aria-label="Страницы списка">
<ul class="mb-plain">
${number > 1 ? step(number - 1, "← Назад") : ""}
${step(1, 1)}
<li><span aria-current="page">${number}</span></li>
${step(total, total)}
${number < total ? step(number + 1, "Дальше →") : ""}
</ul>
</nav>`;
};

module.exports = { card, escape, fact, filters, link, pagination };
