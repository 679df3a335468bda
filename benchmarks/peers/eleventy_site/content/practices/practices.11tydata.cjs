module.exports = {
  layout: "record.11ty.cjs",
  tags: ["practices"],
  permalink: ({ page }) => `practices/${page.fileSlug}.html`,
};
