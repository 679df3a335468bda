// The page of our theme, cut at the places of title, description and body.
const fs = require("node:fs");
const path = require("node:path");
const { escape } = require("../parts.cjs");

const [before, afterDescription, afterTitle, after] = fs.readFileSync(path.join(__dirname, "frame.html"), "utf-8").split(/@@\w+@@/);

exports.render = ({ content, title, description }) =>
  [before, escape(description ?? ""), afterDescription, escape(title), afterTitle, content, after].join("");
