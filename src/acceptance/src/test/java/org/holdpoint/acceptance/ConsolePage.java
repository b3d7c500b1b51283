package org.holdpoint.acceptance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.TakesScreenshot;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** The console in a real browser, by the marks that the page carries for tests. */
final class ConsolePage implements AutoCloseable {
  private final ChromeDriver browser;

  ConsolePage(int width, int height) throws IOException {
    ChromeOptions options = new ChromeOptions();
    options.setBinary("/usr/bin/chromium");
    options.addArguments(
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--disable-dev-shm-usage",
        "--window-size=" + width + "," + height,
        "--user-data-dir=" + Files.createTempDirectory("holdpoint-browser"));
    browser =
        new ChromeDriver(
            new ChromeDriverService.Builder()
                .usingDriverExecutable(Path.of("/usr/bin/chromedriver").toFile())
                .usingAnyFreePort()
                .build(),
            options);
    resize(width, height);
  }

  /** Makes the page itself, not the window, this large. */
  void resize(int width, int height) {
    browser.manage().window().setSize(new Dimension(width, height));
    long innerWidth = number("return window.innerWidth");
    long innerHeight = number("return window.innerHeight");
    browser
        .manage()
        .window()
        .setSize(new Dimension((int) (2L * width - innerWidth), (int) (2L * height - innerHeight)));
  }

  long number(String script) {
    return ((Number) ((JavascriptExecutor) browser).executeScript(script)).longValue();
  }

  void open(String address) {
    browser.get(address);
  }

  void login(String user, String password) {
    type("#username", user);
    type("#password", password);
    await("#login", 20).click();
    await("[data-testid=mode]", 30);
  }

  void type(String css, String text) {
    WebElement field = await(css, 20);
    field.clear();
    field.sendKeys(text);
  }

  /** Waits until the element is there and shown. */
  WebElement await(String css, long seconds) {
    return new WebDriverWait(browser, Duration.ofSeconds(seconds))
        .withMessage(css + " on the page")
        .ignoring(StaleElementReferenceException.class)
        .until(
            page ->
                page.findElements(By.cssSelector(css)).stream()
                    .filter(WebElement::isDisplayed)
                    .findFirst()
                    .orElse(null));
  }

  WebElement mark(String testId) {
    return await("[data-testid=" + testId + "]", 20);
  }

  /** Clicks a button once it is enabled. */
  void click(String testId) {
    String css = "[data-testid=" + testId + "]";
    new WebDriverWait(browser, Duration.ofSeconds(30))
        .withMessage(testId + " to be clickable")
        .ignoring(StaleElementReferenceException.class)
        .until(
            page -> {
              WebElement button = page.findElement(By.cssSelector(css));
              if (!button.isDisplayed() || !button.isEnabled()) {
                return false;
              }
              button.click();
              return true;
            });
  }

  String text(String testId) {
    for (int i = 0; i < 5; i++) {
      try {
        return mark(testId).getText();
      } catch (StaleElementReferenceException redrawn) {
        // the page drew it anew between finding and reading
      }
    }
    return "";
  }

  void awaitText(String testId, Predicate<String> wanted, long seconds) {
    new WebDriverWait(browser, Duration.ofSeconds(seconds))
        .withMessage(() -> testId + " shows '" + text(testId) + "'")
        .until(page -> wanted.test(text(testId)));
  }

  List<WebElement> all(String css) {
    return browser.findElements(By.cssSelector(css));
  }

  /** Whether the whole element lies inside the window. */
  boolean wholeInView(String testId) {
    WebElement element = mark(testId);
    return (Boolean)
        ((JavascriptExecutor) browser)
            .executeScript(
                "const b = arguments[0].getBoundingClientRect();"
                    + "return b.width > 0 && b.top >= 0 && b.left >= 0"
                    + " && b.bottom <= window.innerHeight && b.right <= window.innerWidth;",
                element);
  }

  /** Keeps a picture under the module's target folder, for people. */
  void photograph(String name) throws IOException {
    Path folder = Checkout.ROOT.resolve("src/acceptance/target/screenshots");
    Files.createDirectories(folder);
    Files.write(
        folder.resolve(name + ".png"),
        ((TakesScreenshot) browser).getScreenshotAs(OutputType.BYTES));
  }

  @Override
  public void close() {
    browser.quit();
  }
}
