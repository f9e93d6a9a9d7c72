package nl.mjpmonitor.ops.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import nl.mjpmonitor.ops.launcher.DemoAccounts.DemoAccount;
import nl.mjpmonitor.ops.visitors.Browser;

/** One reader in a real browser, beside those without: it shows what the drawing adds. */
final class BrowserReader implements AutoCloseable {

    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final Browser browser;
    private final Thread thread;
    private final Queue<Double> millis = new ConcurrentLinkedQueue<>();
    private volatile Optional<Exception> failure = Optional.empty();
    private volatile boolean isLeaving;

    private BrowserReader(Browser browser, ReaderTab tab, ViewChoice choice) {
        this.browser = browser;
        this.thread = Thread.ofVirtual().start(() -> read(tab, choice));
    }

    /**
     * Logs in and begins to read.
     *
     * @param profile an empty folder for the browser
     */
    static BrowserReader start(
            HttpClient http, Path program, Path profile, URI dashboard, DemoAccount account, ViewChoice choice)
            throws IOException, InterruptedException {
        Browser browser = Browser.start(http, program, Files.createDirectories(profile));
        try {
            return new BrowserReader(browser, ReaderTab.logIn(browser.open(), dashboard, account, "overzicht"), choice);
        } catch (IOException | InterruptedException | RuntimeException e) {
            browser.close();
            throw e;
        }
    }

    /**
     * Stops reading.
     *
     * @return how long each switch of view took until it was drawn
     * @throws IOException when a view did not come up
     */
    Times stop() throws IOException, InterruptedException {
        isLeaving = true;
        thread.join();
        if (failure.isPresent()) {
            throw new IOException("The reader in the browser could not go on", failure.get());
        }
        return Times.of(millis);
    }

    @Override
    public void close() {
        isLeaving = true;
        browser.close();
    }

    private void read(ReaderTab tab, ViewChoice choice) {
        Random chance = new Random(1);
        String shown = "Overzicht";
        try {
            while (!isLeaving) {
                String view = choice.names().get(chance.nextInt(choice.names().size()));
                if (!view.equals(shown)) {
                    Thread.sleep(PAUSE);
                    millis.add(tab.go("/" + choice.address(view, chance)));
                    shown = view;
                }
            }
        } catch (IOException | RuntimeException e) {
            failure = Optional.of(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
