package nl.mjpmonitor.dashboard.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import nl.mjpmonitor.dashboard.TestAccounts;

/** Chromium as the system has it; nothing is downloaded. */
final class Browsers {

    private Browsers() {}

    static Path executable() {
        String chosen = System.getenv("MJP_BROWSER");
        return Path.of(chosen == null ? "/usr/bin/chromium" : chosen);
    }

    static boolean isThere() {
        return Files.isExecutable(executable());
    }

    static Playwright playwright() {
        return Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    }

    static Browser chromium(Playwright playwright) {
        return playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable())
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
    }

    static void logIn(Page page, String address) {
        logIn(page, address, TestAccounts.ANALYST, TestAccounts.ANALYST_PASSWORD);
    }

    static void logIn(Page page, String address, String name, String password) {
        page.navigate(address + "/login");
        page.locator("input[name=username]").fill(name);
        page.locator("input[name=password]").fill(password);
        page.locator("vaadin-login-form vaadin-button[slot=submit], vaadin-login-form vaadin-button")
                .first()
                .click();
        page.locator("main#inhoud").waitFor();
    }
}
