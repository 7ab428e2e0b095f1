"use strict";
(function () {
  function partners(element) {
    var owner = element.closest("[data-s]");
    return owner ? document.querySelectorAll('[data-s="' + owner.dataset.s + '"]') : [];
  }
  function light(on) {
    return function (event) {
      if (event.target.closest) partners(event.target).forEach(function (e) { e.classList.toggle("on", on); });
    };
  }
  ["mouseover", "focusin"].forEach(function (name) { document.addEventListener(name, light(true)); });
  ["mouseout", "focusout"].forEach(function (name) { document.addEventListener(name, light(false)); });
})();
