"use strict";
// Words taken from the article's text into the fields of a form, by mouse, finger or keys; places in code points.
(function () {
  var scopes = Array.prototype.map.call(document.querySelectorAll("[data-choose]"), function (element) {
    var pane = element.querySelector("[data-pane]");
    return pane ? { element: element, pane: pane, chars: null, words: null, first: -1, last: -1, range: null } : null;
  }).filter(Boolean);

  // Every character of a pane: its place in the article, and where it stands in the document. A sign is one character.
  function read(scope) {
    if (scope.chars) { return; }
    scope.chars = [];
    Array.prototype.forEach.call(scope.pane.querySelectorAll("[data-at]"), function (line) {
      var at = Number(line.dataset.at), walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT), node;
      while ((node = walker.nextNode())) {
        if (node.parentElement.classList.contains("sign")) {
          scope.chars.push({ at: at++, node: node, from: 0, to: node.length, text: "[" + node.data + "]" });
          continue;
        }
        for (var from = 0; from < node.length; ) {
          var text = String.fromCodePoint(node.data.codePointAt(from));
          scope.chars.push({ at: at++, node: node, from: from, to: from + text.length, text: text });
          from += text.length;
        }
      }
    });
    scope.words = wordsOf(scope.chars);
  }

  // Words, and each other sign by itself, as first and last index.
  function wordsOf(chars) {
    var words = [], letter = /^[\p{L}\p{N}\p{M}]$/u;
    chars.forEach(function (char, n) {
      if (/^\s$/.test(char.text)) { return; }
      var before = words[words.length - 1], own = letter.test(char.text);
      var goes = before && own && before[1] === n - 1 && letter.test(chars[n - 1].text) && char.at === chars[n - 1].at + 1;
      if (goes) { before[1] = n; } else { words.push([n, n]); }
    });
    return words;
  }

  function index(scope, at) {
    var low = 0, high = scope.chars.length;
    while (low < high) {
      var middle = (low + high) >> 1;
      if (scope.chars[middle].at < at) { low = middle + 1; } else { high = middle; }
    }
    return low;
  }

  // What was last selected in a pane, as first and last index, without the space around it.
  function selected(scope) {
    var range = scope.range, first = -1, last = -1;
    if (!range) { return null; }
    read(scope);
    scope.chars.forEach(function (char, n) {
      if (range.comparePoint(char.node, char.from) === 0 && range.comparePoint(char.node, char.to) === 0 && /\S/.test(char.text)) {
        if (first < 0) { first = n; }
        last = n;
      }
    });
    return first < 0 ? null : [first, last];
  }

  function words(scope, first, last) {
    var told = "";
    for (var n = first; n <= last; n++) {
      if (n > first && scope.chars[n].at > scope.chars[n - 1].at + 1) { told += " "; }
      told += scope.chars[n].text;
    }
    return told.replace(/\s+/g, " ").trim();
  }

  function spansOf(told) {
    return told ? told.split(" ").map(function (each) { return each.split("-").map(Number); }) : [];
  }

  function take(scope, name, more) {
    var field = scope.element.querySelector('textarea[data-span="' + name + '"]'), chosen = selected(scope);
    if (!field || !chosen) { return; }
    var place = field.parentElement.querySelector('input[name="at_' + name + '"]');
    var span = [scope.chars[chosen[0]].at, scope.chars[chosen[1]].at + 1];
    var spans = (more ? spansOf(place.value) : []).filter(function (s) { return s[1] <= span[0] || s[0] >= span[1]; });
    spans = spans.concat([span]).sort(function (a, b) { return a[0] - b[0]; });
    place.value = spans.map(function (s) { return s.join("-"); }).join(" ");
    field.value = spans.map(function (s) {
      return words(scope, index(scope, s[0]), index(scope, s[1]) - 1);
    }).join(" … ");
    field.dispatchEvent(new Event("input", { bubbles: true }));
    light();
  }

  // Colours what the fields hold, where the browser can do so without touching the text.
  function light() {
    if (!window.CSS || !CSS.highlights) { return; }
    var found = {};
    scopes.forEach(function (scope) {
      Array.prototype.forEach.call(scope.element.querySelectorAll("textarea[data-span]"), function (field) {
        var place = field.parentElement.querySelector('input[name^="at_"]');
        if (!place.value) { return; }
        read(scope);
        spansOf(place.value).forEach(function (s) {
          var a = scope.chars[index(scope, s[0])], b = scope.chars[index(scope, s[1]) - 1];
          if (!a || !b || a.at > b.at) { return; }
          (found[field.dataset.span] = found[field.dataset.span] || []).push(range(a, b));
        });
      });
    });
    CSS.highlights.clear();
    Object.keys(found).forEach(function (name) {
      CSS.highlights.set("taken-" + (name === "source" || name === "cue" ? name : "content"), new Highlight(...found[name]));
    });
  }

  function range(a, b) {
    var made = document.createRange();
    made.setStart(a.node, a.from);
    made.setEnd(b.node, b.to);
    return made;
  }

  // Moves the selection in a pane by words, its end alone where more is to be selected.
  function move(scope, step, more) {
    read(scope);
    if (!scope.words.length) { return; }
    if (scope.first < 0) { scope.first = scope.last = start(scope) - (step > 0 ? 1 : 0); }
    scope.last = Math.min(Math.max(scope.last + step, more ? scope.first : 0), scope.words.length - 1);
    if (!more) { scope.first = scope.last; }
    var a = scope.chars[scope.words[scope.first][0]], b = scope.chars[scope.words[scope.last][1]];
    getSelection().setBaseAndExtent(a.node, a.from, b.node, b.to);
    scope.range = range(a, b);
    var seen = range(b, b).getBoundingClientRect(), own = scope.pane.getBoundingClientRect();
    if (seen.bottom > own.bottom) { scope.pane.scrollTop += seen.bottom - own.bottom + 30; }
    if (seen.top < own.top) { scope.pane.scrollTop -= own.top - seen.top + 30; }
    if (seen.bottom > innerHeight || seen.top < 0) { scrollBy(0, seen.top - innerHeight / 2); }
  }

  // The word with which selecting begins: the first that a field holds, else the first of all.
  function start(scope) {
    var at = Array.prototype.map.call(scope.element.querySelectorAll('input[name^="at_"]'), function (place) {
      return place.value ? Number(place.value.split("-")[0]) : Infinity;
    });
    var from = index(scope, Math.min.apply(null, at.concat(Infinity)));
    var found = scope.words.findIndex(function (word) { return word[1] >= from; });
    return found < 0 ? 0 : found;
  }

  function pressed(scope, event) {
    if (event.ctrlKey || event.metaKey || event.altKey) { return; }
    var steps = { ArrowRight: 1, ArrowLeft: -1 }, key = event.key.toLowerCase();
    var button = scope.element.querySelector('[data-key="' + (/^[a-z]$/.test(key) ? key : "") + '"]');
    if (steps[event.key]) {
      move(scope, steps[event.key], event.shiftKey);
    } else if (button && !button.closest("details:not([open])")) {
      take(scope, button.dataset.take, event.shiftKey);
    } else { return; }
    event.preventDefault();
    event.stopPropagation();
  }

  scopes.forEach(function (scope) {
    scope.pane.addEventListener("keydown", function (event) { pressed(scope, event); });
    scope.pane.addEventListener("pointerdown", function () { scope.first = scope.last = -1; });
    scope.element.addEventListener("click", function (event) {
      var button = event.target.closest("[data-take]");
      if (button) { take(scope, button.dataset.take, "more" in button.dataset); }
    });
    scope.element.addEventListener("toggle", light, true);
    Array.prototype.forEach.call(scope.element.querySelectorAll("[hidden]"), function (each) {
      if (each.matches(".takes, .taking")) { each.hidden = false; }
    });
  });
  document.addEventListener("selectionchange", function () {
    var selection = getSelection();
    if (!selection.rangeCount || selection.isCollapsed) { return; }
    var range = selection.getRangeAt(0);
    scopes.forEach(function (scope) { if (range.intersectsNode(scope.pane)) { scope.range = range.cloneRange(); } });
  });
  light();
})();
