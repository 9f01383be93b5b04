// What Streamlit's own document leaves out for people who use a screen reader: landmarks, and which page is open.
(() => {
  // Without this Streamlit looks for its server below every page's own address first, and each miss is a console error.
  window.__streamlit = { ...window.__streamlit, BACKEND_BASE_URL: window.location.origin + "/" };
  const set = (element, name, value) => {
    if (element && element.getAttribute(name) !== value) element.setAttribute(name, value);
  };
  const mark = () => {
    set(document.querySelector('[data-testid="stSidebar"]'), "aria-label", "Selection and menu");
    set(document.querySelector('[data-testid="stExpandSidebarButton"]'), "aria-label", "Menu");
    set(document.querySelector('[data-testid="stSidebarCollapseButton"] button'), "aria-label", "Close the menu");
    for (const menu of document.querySelectorAll('[class*="st-key-menu-section"]')) {
      set(menu, "role", "navigation");
      set(menu, "aria-label", menu.querySelector(".eq-section")?.textContent || "Menu");
    }
    for (const link of document.querySelectorAll('[data-testid="stPageLink-NavLink"]')) {
      if (link.closest('[class*="st-key-menu-current"]')) set(link, "aria-current", "page");
      else link.removeAttribute("aria-current");
    }
  };
  let waiting = false;
  new MutationObserver(() => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      mark();
    });
  }).observe(document.documentElement, { childList: true, subtree: true });
})();
