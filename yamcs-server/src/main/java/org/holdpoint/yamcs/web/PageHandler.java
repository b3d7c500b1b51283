package org.holdpoint.yamcs.web;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yamcs.http.HandlerContext;
import org.yamcs.http.HttpHandler;
import org.yamcs.http.NotFoundException;

/**
 * Serves one page application from the class path: the bare path, and every path whose last part is
 * not a file name, give its {@code index.html}. Nothing is cached: during a run a page must never
 * be older than its server (Yamcs's own file handler always allows a minute). The pages hold
 * nothing secret and need no login; each API call checks its user.
 */
final class PageHandler extends HttpHandler {
  private static final String ROOT = "org/holdpoint/console/";
  private static final int LARGEST_FILE = 8_000_000;

  private static final String CONTENT_SECURITY_POLICY =
      "default-src 'self'; connect-src 'self'; img-src 'self' data:; "
          + "style-src 'self' 'unsafe-inline'; script-src 'self'; object-src 'none'; "
          + "base-uri 'self'; frame-ancestors 'none'; form-action 'self'";

  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "mjs", "text/javascript; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "json", "application/json",
          "svg", "image/svg+xml",
          "png", "image/png",
          "woff2", "font/woff2",
          "ico", "image/x-icon",
          "txt", "text/plain; charset=utf-8");

  private final String page;

  /**
   * @param page first part of the path and name of the resource folder
   */
  PageHandler(String page) {
    this.page = page;
  }

  @Override
  public boolean requireAuth() {
    return false;
  }

  @Override
  public void handle(HandlerContext ctx) {
    if (ctx.getNettyHttpRequest().method() == HttpMethod.OPTIONS) {
      ctx.sendAllow(HttpMethod.GET);
      return;
    }
    ctx.requireGET();
    String file = fileOf(ctx.getPathWithoutContext(), page);
    byte[] content = file == null ? null : content(file);
    if (file == null || content == null) {
      throw new NotFoundException();
    }
    var response =
        new DefaultFullHttpResponse(
            HttpVersion.HTTP_1_1, HttpResponseStatus.OK, Unpooled.wrappedBuffer(content));
    HttpHeaders headers = response.headers();
    String extension = file.substring(file.lastIndexOf('.') + 1);
    headers.set(
        HttpHeaderNames.CONTENT_TYPE, TYPES.getOrDefault(extension, "application/octet-stream"));
    headers.set(HttpHeaderNames.CACHE_CONTROL, "no-store");
    headers.set("Content-Security-Policy", CONTENT_SECURITY_POLICY);
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("Referrer-Policy", "same-origin");
    HttpUtil.setContentLength(response, content.length);
    ctx.sendResponse(response);
  }

  /** The file inside the page's folder that a path asks for, or null for a path that leaves it. */
  static @Nullable String fileOf(String path, String page) {
    String prefix = "/" + page;
    String inside = path.length() <= prefix.length() ? "" : path.substring(prefix.length() + 1);
    for (String part : inside.split("/", -1)) {
      if (part.startsWith(".")) {
        return null;
      }
    }
    if (inside.contains("\\") || inside.contains("%") || inside.contains("\0")) {
      return null;
    }
    String name = inside.substring(inside.lastIndexOf('/') + 1);
    return name.contains(".") ? inside : "index.html";
  }

  private byte @Nullable [] content(String file) {
    try (InputStream in =
        PageHandler.class.getClassLoader().getResourceAsStream(ROOT + page + "/" + file)) {
      return in == null ? null : in.readNBytes(LARGEST_FILE);
    } catch (IOException e) {
      log.warn("Cannot read {} of page {}", file, page, e);
      return null;
    }
  }
}
