package nl.mjpmonitor.dashboard.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What must hold of every page: axe finds nothing, the page fits its screen, and the browser has nothing to complain of. It listens to
 * the page from its making on.
 */
final class PageCheck {

    private static final List<String> NORMS =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    /** All that another display of the same page can break. */
    private static final List<String> COLOURS = List.of("color-contrast", "link-in-text-block");

    /** What a page is made of. Others are also broken off by leaving the page. */
    private static final Set<String> PARTS = Set.of("stylesheet", "script", "font", "image");

    private static final int FIRST_ERROR = 400;
    private static final int SHOWN_NODES = 5;

    private final Page page;
    private final List<String> complaints = new ArrayList<>();

    PageCheck(Page page) {
        this.page = page;
        page.onPageError(error -> complaints.add("error: " + error));
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add("console: " + message.text() + " at " + message.location());
            }
        });
        page.onRequestFailed(this::failed);
        page.onResponse(this::answered);
    }

    private void failed(Request request) {
        if (PARTS.contains(request.resourceType())) {
            complaints.add("not loaded: " + request.url() + " " + request.failure());
        }
    }

    private void answered(Response response) {
        if (response.status() >= FIRST_ERROR) {
            complaints.add("answered " + response.status() + ": " + response.url());
        }
    }

    /** Errors in the console, parts that did not load and answers that are errors, since the page was made. */
    void assertNoComplaints() {
        assertThat(complaints).as("what the browser complains of").isEmpty();
    }

    void assertAccessible() {
        assertNothingFound(axe().withTags(NORMS));
    }

    /** For another display of a page that is accessible otherwise. */
    void assertColoursAccessible() {
        assertNothingFound(axe().withRules(COLOURS));
    }

    private AxeBuilder axe() {
        AxeRunOptions options = new AxeRunOptions();
        // what it found to be right fills megabytes, and is not read
        options.setResultTypes(List.of("violations"));
        return new AxeBuilder(page)
                .options(options)
                // in one go: there are no frames, for which the other mode hands everything to and fro
                .setLegacyMode(true)
                // the library's own, which it puts outside every landmark
                .exclude("vaadin-connection-indicator")
                .exclude("vaadin-commercial-banner");
    }

    private static void assertNothingFound(AxeBuilder axe) {
        List<Rule> violations = axe.analyze().getViolations();
        assertThat(violations)
                .extracting(violation -> violation.getId() + ": "
                        + violation.getNodes().stream()
                                .limit(SHOWN_NODES)
                                .map(node -> node.getTarget() + " " + node.getHtml())
                                .toList())
                .as("what axe finds")
                .isEmpty();
    }

    void assertFitsTheScreen() {
        assertThat(page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .as("how far the page must be scrolled sideways")
                .isEqualTo(0);
    }

    void assertChartsStandWhole() {
        assertThat(page.evaluate("""
                        () => [...document.querySelectorAll('vaadin-chart')].filter((chart) => {
                          const picture = chart.shadowRoot?.querySelector('.highcharts-root');
                          return picture?.getBoundingClientRect().bottom > chart.getBoundingClientRect().bottom + 1;
                        }).length""")).as("charts that are cut off below").isEqualTo(0);
    }
}
