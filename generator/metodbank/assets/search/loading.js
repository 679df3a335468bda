// The search: data files are scripts that call metodbankSearch(name, ...data), so they load from file:// too.
"use strict";

var metodbankSearch = (function () {
  var waiting = new Map();
  var loaded = new Map();
  var own = document.currentScript.src;
  var folder = new URL("../../../search/", own).href;

  function search(name, ...data) {
    loaded.set(name, Promise.resolve(data));
    var resolve = waiting.get(name);
    waiting.delete(name);
    if (resolve) resolve(data);
  }

  // Where the site's root is seen from this page: addresses of results begin there.
  search.root = new URL("../../../", own).href;

  // What could not be had since it was emptied: files that are missing, or are not what they should be.
  search.lost = new Set();

  // The data of a file; null where it could not be had, and then the next call tries again.
  search.load = function (name) {
    var known = loaded.get(name);
    if (known) return known;
    var promise = new Promise(function (resolve) {
      waiting.set(name, resolve);
      var script = document.createElement("script");
      script.src = folder + name + ".js";
      script.onload = script.onerror = function () {
        script.remove();
        if (!waiting.delete(name)) return;
        loaded.delete(name);
        search.lost.add(name);
        resolve(null);
      };
      document.head.append(script);
    });
    loaded.set(name, promise);
    return promise;
  };

  // What is read from the data of a file; null where there is none or it is of another time than the rest.
  search.read = async function (name, reader) {
    var data = await search.load(name);
    if (!data) return null;
    try {
      return reader(data);
    } catch (error) {
      search.lost.add(name);
      return null;
    }
  };

  return search;
})();
