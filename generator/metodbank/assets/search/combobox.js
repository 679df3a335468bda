// A box of the search as a combobox: its suggestions by keyboard, mouse and touch, and told to who listens.
"use strict";

(function (search) {
  // All results are counted, and the number is read aloud, when the reader stops typing: not at every letter.
  var COUNT_MS = 250;
  var SAY_MS = 700;

  function told(element, attributes) {
    Object.entries(attributes).forEach((each) => element.setAttribute(each[0], each[1]));
    return element;
  }

  var made = (attributes) => told(document.createElement("div"), attributes);

  var rest = (time) => new Promise((resolve) => setTimeout(resolve, time));

  class Combobox {
    constructor(form) {
      var input = form.elements.q;
      var id = input.id + "-list";
      Object.assign(this, { input: input, turn: 0, options: [] });
      this.list = made({ class: "mb-searchbox__list", role: "listbox", id: id, "aria-label": "Подсказки" });
      this.status = made({ class: "mb-searchbox__status", role: "status" });
      form.append(this.list, this.status);
      told(input, { role: "combobox", "aria-autocomplete": "list", "aria-controls": id });
      this.close();
      input.addEventListener("input", () => this.ask());
      input.addEventListener("click", () => this.list.hidden && this.ask());
      input.addEventListener("keydown", (event) => this.pressed(event));
      // A press that took the focus would close the list.
      this.list.addEventListener("mousedown", (event) => event.preventDefault());
      form.addEventListener("focusout", (event) => form.contains(event.relatedTarget) || this.close());
      if (document.activeElement === input) this.ask();
    }

    // Shows what fits what is typed, then how much there is; a turn ends where another begins.
    async ask() {
      var turn = ++this.turn;
      var query = this.input.value;
      var records = await search.suggested(query);
      if (turn !== this.turn) return;
      if (!records) return this.close();
      this.show(records.concat(search.toAll(query)));
      await rest(COUNT_MS);
      var total = turn === this.turn ? await search.totalOf(query) : 0;
      if (turn !== this.turn) return;
      search.tellAll(this.options.at(-1), total);
      await rest(SAY_MS);
      if (turn !== this.turn) return;
      var number = total === null ? "Загрузилось не всё" : `Найдено: ${total}`;
      this.status.textContent = `${number}. Подсказок: ${records.length}.`;
    }

    show(options) {
      this.options = options;
      options.forEach((option, place) => (option.id = this.list.id + "-" + place));
      this.list.replaceChildren(...options);
      this.list.hidden = false;
      this.input.setAttribute("aria-expanded", "true");
      this.choose(-1);
    }

    close() {
      this.turn++;
      this.list.hidden = true;
      this.status.textContent = "";
      this.input.setAttribute("aria-expanded", "false");
      this.choose(-1);
    }

    choose(place) {
      this.active = place;
      this.options.forEach((option, at) => option.setAttribute("aria-selected", String(at === place)));
      if (place < 0) return this.input.removeAttribute("aria-activedescendant");
      this.input.setAttribute("aria-activedescendant", this.options[place].id);
      this.options[place].scrollIntoView({ block: "nearest" });
    }

    // Where a key leads among the options; -1 is the field itself, between the last and the first.
    next(key) {
      var last = this.options.length - 1;
      if (key === "ArrowDown") return this.active === last ? -1 : this.active + 1;
      if (key === "ArrowUp") return this.active < 0 ? last : this.active - 1;
      return this.active < 0 ? undefined : { Home: 0, End: last }[key];
    }

    pressed(event) {
      if (event.isComposing || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
      var isOpen = !this.list.hidden;
      var next = isOpen ? this.next(event.key) : undefined;
      if (next !== undefined) this.choose(next);
      else if (isOpen && event.key === "Escape") this.close();
      else if (isOpen && event.key === "Enter" && this.active >= 0) this.options[this.active].click();
      else if (!isOpen && event.key === "ArrowDown") this.ask();
      else return;
      event.preventDefault();
    }
  }

  search.suggest = (form) => new Combobox(form);
})(metodbankSearch);
