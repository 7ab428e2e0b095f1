"use strict";
// Keys for ruling: j and k move, a accepts, r rejects, e amends, u takes the last ruling back.
(function () {
  var items = Array.prototype.slice.call(document.querySelectorAll(".item"));
  function current() {
    return Math.max(0, items.findIndex(function (item) { return item.contains(document.activeElement); }));
  }
  function go(to) {
    var item = items[Math.min(Math.max(to, 0), items.length - 1)];
    if (item) { item.focus({ preventScroll: true }); item.scrollIntoView({ block: "nearest" }); }
  }
  function press(selector, within) {
    var button = within && within.querySelector(selector);
    if (button) { button.click(); }
  }
  function amend(item) {
    var details = item && item.querySelector("details.amend");
    if (!details) { return; }
    details.open = !details.open;
    (details.open ? details.querySelector("select, input:not([type=hidden]), textarea") : item).focus();
  }
  var keys = {
    j: function () { go(current() + (items.some(function (i) { return i.contains(document.activeElement); }) ? 1 : 0)); },
    k: function () { go(current() - 1); },
    a: function () { press("button.accept", items[current()]); },
    r: function () { press("button.reject", items[current()]); },
    e: function () { amend(items[current()]); },
    u: function () { press("button", document.getElementById("last")); }
  };
  document.addEventListener("keydown", function (event) {
    var writing = event.target.closest("input, textarea, select");
    if (event.key === "Escape" && writing) { go(current()); return; }
    if (writing || event.ctrlKey || event.metaKey || event.altKey || !keys[event.key]) { return; }
    event.preventDefault();
    keys[event.key]();
  });
  if (items.length && !location.hash) { go(0); }
})();
