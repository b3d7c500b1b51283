package org.holdpoint.yamcs.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.holdpoint.yamcs.api.RpoApi;
import org.holdpoint.yamcs.world.InstructorApi;
import org.yamcs.AbstractPlugin;
import org.yamcs.PluginException;
import org.yamcs.Spec;
import org.yamcs.Spec.OptionType;
import org.yamcs.http.HttpServer;
import org.yamcs.web.WebPlugin;

/**
 * Our part of a Yamcs server. Its {@code role} says which: {@code operators} gets the page {@code
 * /rpo} and its API, {@code world} the page {@code /instructor} and its own. Neither server has the
 * other's.
 */
public final class HoldpointPlugin extends AbstractPlugin {
  private static final String ROLE = "role";

  @Override
  public Spec getSpec() {
    Spec spec = new Spec();
    spec.addOption(ROLE, OptionType.STRING).withChoices("operators", "world").withRequired(true);
    return spec;
  }

  @Override
  public void init() throws PluginException {
    closeDefaultAdministrator();
    boolean world = config.getString(ROLE).equals("world");
    HttpServer http = yamcs.getGlobalService(HttpServer.class);
    if (http == null) {
      throw new PluginException("yamcs.yaml must configure org.yamcs.http.HttpServer");
    }
    String route = world ? "instructor" : "rpo";
    Path cache = yamcs.getCacheDirectory();
    try {
      PageHandler pages = new PageHandler(route);
      http.addRoute(route, () -> pages);
      addSideBarLink(route, world ? "Instructor" : "RPO console", cache);
    } catch (IOException e) {
      throw new PluginException("The side-bar link to /" + route + " could not be written", e);
    }
    http.addApi(world ? new InstructorApi() : new RpoApi());
  }

  /**
   * Yamcs makes a superuser "admin" with password "admin" in each new data directory. Plugins load
   * before the HTTP port opens: close the account here.
   */
  private void closeDefaultAdministrator() {
    var directory = yamcs.getSecurityStore().getDirectory();
    var admin = directory.getUser("admin");
    if (admin != null) {
      directory.changePassword(admin, UUID.randomUUID().toString().toCharArray());
      admin.setActive(false);
      admin.setSuperuser(false);
      directory.updateUserProperties(admin);
    }
  }

  private void addSideBarLink(String route, String label, Path cache) throws IOException {
    WebPlugin web = yamcs.getPluginManager().getPlugin(WebPlugin.class);
    if (web == null) {
      return;
    }
    Path directory = Files.createDirectories(cache.resolve("holdpoint-side-bar"));
    String script =
        SIDE_BAR_SCRIPT.replace("NAME", pluginName).replace("ROUTE", route).replace("LABEL", label);
    Files.writeString(directory.resolve(pluginName + ".js"), script, StandardCharsets.UTF_8);
    web.addExtension(pluginName, Map.of(), directory);
  }

  /**
   * Yamcs makes one element at each page load and hands it the service: that one adds the item.
   * When the item is followed it makes another and gives it a subroute first: that one leaves for
   * our page. A property set before this script ran hides the setter; it is taken up on connection.
   */
  private static final String SIDE_BAR_SCRIPT =
      """
      class HoldpointExtension extends HTMLElement {
        set extensionService(service) {
          if (!('subroute' in this)) {
            service.addNavItem('telemetry', {
              path: 'ext/NAME', label: 'LABEL', icon: 'track_changes', order: -1,
              condition: () => true
            });
          }
        }
        connectedCallback() {
          if (Object.hasOwn(this, 'extensionService')) {
            const service = this.extensionService;
            delete this.extensionService;
            this.extensionService = service;
          }
          if ('subroute' in this) { window.location.assign('/ROUTE'); }
        }
      }
      customElements.define('NAME', HoldpointExtension);
      """;
}
