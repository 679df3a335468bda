exports.data = { layout: "base.11ty.cjs", title: "Нагрузочная база", permalink: "index.html" };

exports.render = ({ collections }) => `<h1 id="content">Нагрузочная база</h1>
${collections.lists[0].chosen}`;
