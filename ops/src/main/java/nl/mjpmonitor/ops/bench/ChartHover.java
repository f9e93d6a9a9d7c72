package nl.mjpmonitor.ops.bench;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import nl.mjpmonitor.ops.launcher.DemoAccounts.DemoAccount;
import nl.mjpmonitor.ops.visitors.Tab;
import tools.jackson.databind.JsonNode;

/** A mouse that goes over a chart with ten years of months, and what the browser has to do for each frame of it. */
final class ChartHover {

    private static final String PAGE = "indicator/woninginbraak?gebied=GM0935&korrel=maand&van=2016-01&tot=2025-12";
    private static final int STEP_PIXELS = 4;

    /** How many places its lines have points at, as a line ends where a series breaks, and where the chart is on the screen. */
    private static final String CHART = """
        (() => {
            const chart = document.querySelector('main vaadin-chart');
            if (!chart?.configuration?.series?.length) return null;
            chart.scrollIntoView({block: 'center'});
            const box = chart.getBoundingClientRect();
            return {
                points: new Set(chart.configuration.series.flatMap(series => series.points.map(point => point.x))).size,
                left: box.left, top: box.top, width: box.width, height: box.height};
        })()\
        """;

    /** From the moment the page hears of the mouse until the frame with what it changed has been handed to the screen. */
    private static final String WATCH = """
        (() => {
            window.hoverFrames = [];
            let begin = 0;
            window.addEventListener('mousemove', () => {
                if (begin) return;
                begin = performance.now();
                requestAnimationFrame(() => {
                    const after = new MessageChannel();
                    after.port1.onmessage = () => {
                        window.hoverFrames.push(performance.now() - begin);
                        begin = 0;
                    };
                    after.port2.postMessage(0);
                });
            }, {capture: true});
        })()\
        """;

    private static final String IS_SHOWN =
            "document.querySelector('main vaadin-chart').configuration.tooltip?.isHidden === false";

    /** What was measured: the months of the chart and the frames. */
    record Result(int points, Times frames) {}

    private final URI dashboard;
    private final DemoAccount account;

    ChartHover(URI dashboard, DemoAccount account) {
        this.dashboard = dashboard;
        this.account = account;
    }

    /** @throws IOException when there is no chart, or it does not answer to the mouse */
    Result measure(Tab tab) throws IOException, InterruptedException {
        ReaderTab reader = ReaderTab.logIn(tab, dashboard, account, PAGE);
        JsonNode chart = reader.tab().evaluate(CHART);
        for (int attempt = 0; chart.isNull() && attempt < 100; attempt++) {
            Thread.sleep(100);
            chart = tab.evaluate(CHART);
        }
        if (chart.isNull()) {
            throw new IOException(PAGE + " shows no chart");
        }
        tab.evaluate(WATCH);
        sweep(tab, chart);
        tab.evaluate("window.hoverFrames = [], true");
        boolean isShownFirst = sweep(tab, chart);
        boolean isShownAgain = sweep(tab, chart);
        if (!isShownFirst || !isShownAgain) {
            throw new IOException("The chart of %s does not answer to the mouse".formatted(PAGE));
        }
        List<Double> frames = new ArrayList<>();
        tab.evaluate("window.hoverFrames").forEach(frame -> frames.add(frame.asDouble()));
        return new Result(chart.path("points").asInt(), Times.of(frames));
    }

    /** From the left to the right; answers whether the chart told a figure at the middle. */
    private static boolean sweep(Tab tab, JsonNode chart) throws IOException, InterruptedException {
        double left = chart.path("left").asDouble();
        double width = chart.path("width").asDouble();
        double y = chart.path("top").asDouble() + chart.path("height").asDouble() / 2;
        boolean isShown = false;
        for (double x = 0; x < width; x += STEP_PIXELS) {
            tab.moveMouse(left + x, y);
            if (Math.abs(x - width / 2) < STEP_PIXELS) {
                isShown |= tab.evaluate(IS_SHOWN).asBoolean(false);
            }
        }
        return isShown;
    }
}
