/** Small helpers to build and update page elements. Text always goes in as text, never as markup. */

const SVG = 'http://www.w3.org/2000/svg';

/**
 * Makes an HTML element.
 * @param {string} tag element name
 * @param {Object<string, *>} [attributes] attributes; `class`, `text`, `testid` (data-testid) and `on<event>` handlers
 * @param {...(Node|string|null)} children appended in order; null is left out
 * @returns {HTMLElement}
 */
export function h(tag, attributes = {}, ...children) {
  return fill(document.createElement(tag), attributes, children);
}

/** Like {@link h}, for SVG. */
export function s(tag, attributes = {}, ...children) {
  return fill(document.createElementNS(SVG, tag), attributes, children);
}

function fill(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) {
      continue;
    }
    if (name === 'text') {
      element.textContent = value;
    } else if (name === 'testid') {
      element.setAttribute('data-testid', value);
    } else if (name.startsWith('on')) {
      element.addEventListener(name.slice(2), value);
    } else {
      element.setAttribute(name, value === true ? '' : value);
    }
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

/** Sets the text of an element, touching the page only when it differs. */
export function setText(element, text) {
  if (element.textContent !== text) {
    element.textContent = text;
  }
}

/** Sets or removes an attribute, touching the page only when it differs; null and false remove. */
export function setAttribute(element, name, value) {
  if (value === null || value === undefined || value === false) {
    if (element.hasAttribute(name)) {
      element.removeAttribute(name);
    }
    return;
  }
  const text = value === true ? '' : String(value);
  if (element.getAttribute(name) !== text) {
    element.setAttribute(name, text);
  }
}

/** Shows or hides an element. */
export function setShown(element, shown) {
  setAttribute(element, 'hidden', !shown);
}

/**
 * Makes the children of a container one for each item, in order, keeping the elements of items that stay.
 * @param {Element} container its children all belong to this function
 * @param {Array} items what to show
 * @param {function(*): string} keyOf identity of an item
 * @param {function(*): Element} make element of a new item
 * @param {function(Element, *): void} update called for each item
 */
export function keyed(container, items, keyOf, make, update) {
  const present = new Map([...container.children].map((child) => [child.dataset.key, child]));
  let cursor = container.firstElementChild;
  for (const item of items) {
    const key = keyOf(item);
    let element = present.get(key);
    if (element === undefined) {
      element = make(item);
      element.dataset.key = key;
    }
    present.delete(key);
    if (element === cursor) {
      cursor = cursor.nextElementSibling;
    } else {
      container.insertBefore(element, cursor);
    }
    update(element, item);
  }
  for (const rest of present.values()) {
    rest.remove();
  }
}
