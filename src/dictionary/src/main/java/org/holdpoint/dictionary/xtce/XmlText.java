package org.holdpoint.dictionary.xtce;

/** Indented XML, written element by element in document order; no more than XTCE needs. */
final class XmlText {
  private final StringBuilder text =
      new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
  private int depth;

  XmlText comment(String comment) {
    text.append("<!-- ").append(comment).append(" -->\n");
    return this;
  }

  /** Opens an element; attributes as name, value, name, value. */
  XmlText open(String element, Object... attributes) {
    tag(element, attributes).append(">\n");
    depth++;
    return this;
  }

  XmlText close(String element) {
    depth--;
    indent().append("</").append(element).append(">\n");
    return this;
  }

  XmlText empty(String element, Object... attributes) {
    tag(element, attributes).append("/>\n");
    return this;
  }

  XmlText leaf(String element, String content, Object... attributes) {
    tag(element, attributes).append('>').append(escape(content));
    text.append("</").append(element).append(">\n");
    return this;
  }

  private StringBuilder tag(String element, Object... attributes) {
    indent().append('<').append(element);
    for (int i = 0; i < attributes.length; i += 2) {
      text.append(' ').append(attributes[i]).append("=\"");
      text.append(escape(String.valueOf(attributes[i + 1]))).append('"');
    }
    return text;
  }

  private StringBuilder indent() {
    return text.append("  ".repeat(depth));
  }

  private static String escape(String raw) {
    return raw.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
