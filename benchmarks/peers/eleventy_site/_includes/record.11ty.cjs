const { escape, fact, link } = require("../parts.cjs");

exports.data = { layout: "base.11ty.cjs" };

exports.render = ({ content, titles, title, description, difficulties, audience, ...record }) => `<nav class="mb-breadcrumbs" aria-label="Вы здесь">
<ol class="mb-plain">
<li><a href="../index.html">Главная</a></li>
<li>${link("practices/index", "Практики")}</li>
<li aria-current="page">${escape(title)}</li>
</ol>
</nav>
<div class="mb-record mb-record--practice">
<header class="mb-record__head">
<p class="mb-kicker">Практика</p>
<h1 id="content">${escape(title)}</h1>
<p class="mb-difficulty"><span class="mb-label">Затруднение:</span> ${difficulties.map((id) => link(`difficulties/${id}`, titles[id])).join(", ")}</p>
</header>
<div class="mb-columns">
<div class="mb-aside">
<dl class="mb-facts">
${fact("Кому", escape(audience))}
${fact("На уроке", `${record.lesson_minutes} минут`)}
${fact("Подготовка", `${record.preparation_minutes} минут`)}
${fact("На чём основано", '<span class="mb-rung mb-rung--2">есть замеры</span>')}
${record["by-subjects"].map((id) => fact("Предметы", link(`practices/by-subjects-${id}`, titles[id]))).join("\n")}
${record["by-education-levels"].map((id) => fact("Уровень образования", link(`practices/by-education-levels-${id}`, titles[id]))).join("\n")}
${fact("Экспертиза", "описан опыт, экспертиза не проводилась")}
</dl>
</div>
<div class="mb-main">
<p class="mb-notice mb-notice--fictional">Вымышленный пример: организация и числа придуманы.</p>
<p class="mb-lead">${escape(description)}</p>
${content}
<section class="mb-section mb-about-record" id="record">
<h2>О записи</h2>
<dl class="mb-facts">
${record.organizations.map((id) => fact("Организация", link(`organizations/${id}`, titles[id]))).join("\n")}
${record.territories.map((id) => fact("Территория", link(`territories/${id}`, titles[id]))).join("\n")}
${fact("Уровень", "Муниципальный")}
${fact("Состояние", "Опубликовано")}
${fact("Вид", "Педагогическая")}
${fact("Лицензия", "CC BY 4.0: можно использовать с указанием источника")}
${fact("Проверена", record.updated.toISOString().slice(0, 10))}
</dl>
</section>
</div>
</div>
</div>`;
