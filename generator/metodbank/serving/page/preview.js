// A page of the preview: loads itself again when it changed, and shows what is wrong in the base.
(function () {
  "use strict";
  var shownVersion = document.currentScript.dataset.version;
  var closedKey = "metodbank-preview-closed";
  var source = null;
  var banner = null;
  var bannerKey = "";

  // A browser keeps few connections to one host: only the page in view holds one.
  function listen() {
    if (source || document.visibilityState === "hidden") {
      return;
    }
    source = new EventSource("/_metodbank/news?page=" + encodeURIComponent(location.pathname));
    source.onmessage = function (event) {
      hear(JSON.parse(event.data));
    };
    source.onerror = function () {
      // The browser itself tries again, unless the answer was no stream of news.
      if (source && source.readyState === EventSource.CLOSED) {
        stop();
        setTimeout(listen, 2000);
      }
    };
  }

  function stop() {
    if (source) {
      source.close();
      source = null;
    }
  }

  function hear(news) {
    if (news.version !== shownVersion) {
      stop();
      location.reload();
      return;
    }
    show(news.notice);
  }

  function show(notice) {
    var key = notice ? notice.key : "";
    if (key === bannerKey) {
      return;
    }
    bannerKey = key;
    if (banner) {
      banner.remove();
      banner = null;
    }
    if (notice && recall() !== key) {
      banner = made(notice);
      document.body.append(banner);
    }
  }

  function made(notice) {
    var section = node("section", "mb-preview");
    var head = node("div", "mb-preview__head");
    var title = node("p", "mb-preview__title", notice.title);
    var close = node("button", "mb-preview__close", "Закрыть");
    title.id = "mb-preview-title";
    section.setAttribute("role", notice.urgent ? "alert" : "status");
    section.setAttribute("aria-labelledby", title.id);
    if (notice.urgent) {
      section.classList.add("mb-preview--urgent");
    }
    close.type = "button";
    close.addEventListener("click", function () {
      remember(notice.key);
      section.remove();
      banner = null;
    });
    head.append(title, close);
    section.append(head);
    if (notice.text) {
      section.append(node("pre", "mb-preview__text", notice.text));
    }
    if (notice.problems.length) {
      section.append(list(notice.problems));
    }
    if (notice.more) {
      section.append(node("p", "mb-preview__more", notice.more));
    }
    return section;
  }

  function list(problems) {
    var items = node("ul", "mb-preview__list");
    problems.forEach(function (problem) {
      var item = node("li", "mb-preview__problem");
      var about = node("p", "mb-preview__about");
      about.append(node("code", "mb-preview__place", problem.place), " ", problem.about);
      item.append(about, node("p", "mb-preview__message", problem.message));
      item.append(node("p", "mb-preview__remedy", "→ " + problem.remedy));
      items.append(item);
    });
    return items;
  }

  function node(tag, name, text) {
    var element = document.createElement(tag);
    element.className = name;
    if (text) {
      element.textContent = text;
    }
    return element;
  }

  // A browser may refuse to keep anything; then a closed notice comes back with the next page.
  function recall() {
    try {
      return sessionStorage.getItem(closedKey);
    } catch (refused) {
      return null;
    }
  }

  function remember(key) {
    try {
      sessionStorage.setItem(closedKey, key);
    } catch (refused) {
      return;
    }
  }

  document.addEventListener("visibilitychange", function () {
    if (document.visibilityState === "hidden") {
      stop();
    } else {
      listen();
    }
  });
  window.addEventListener("pagehide", stop);
  window.addEventListener("pageshow", listen);
  listen();
})();
