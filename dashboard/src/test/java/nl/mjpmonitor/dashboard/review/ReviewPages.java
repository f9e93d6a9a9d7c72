package nl.mjpmonitor.dashboard.review;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.QueryParameters;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.mjpmonitor.dashboard.InMemoryStore;
import nl.mjpmonitor.dashboard.InMemoryWarehouse;
import nl.mjpmonitor.dashboard.store.StoreState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** What the tests of the pages of the Maandbeeld share: a warehouse in which one month is unusual, and ways to look at a page. */
abstract class ReviewPages extends SpringBrowserlessTest {

    static final String BURGLARY = "woninginbraak";
    static final String THEFT = "fietsdiefstal";
    static final String DAMAGE = "vernieling";
    static final String BUURT = "BU09350000";
    static final int USUAL = 20;

    final YearMonth month = YearMonth.now(ZoneId.of("Europe/Amsterdam")).minusMonths(2);

    @Autowired
    InMemoryWarehouse warehouse;

    @Autowired
    InMemoryStore store;

    @Autowired
    InMemoryReviewStore reviews;

    @BeforeEach
    void fill() {
        leave();
        warehouse.clear();
        reviews.clear();
        warehouse.cover(YearMonth.of(2019, 1), month);
        for (String name : List.of(BURGLARY, THEFT, DAMAGE)) {
            for (YearMonth each = YearMonth.of(2019, 1); !each.isAfter(month); each = each.plusMonths(1)) {
                warehouse.add(name, BUURT, each, USUAL);
            }
        }
        warehouse.add(DAMAGE, BUURT, month, 40);
        warehouse.heardFrom("politiecijfers", Instant.now());
    }

    /** Each test opens the page itself; an earlier one must not keep watching. */
    @AfterEach
    void leave() {
        store.become(StoreState.READY);
        UI.getCurrent().navigate("login");
    }

    static void open(String address) {
        String[] parts = address.split("\\?", -1);
        UI.getCurrent().navigate(parts[0], QueryParameters.fromString(parts.length > 1 ? parts[1] : ""));
    }

    static String text(String testId) {
        return byTestId(testId).getElement().getTextRecursively().strip();
    }

    /** The figure of a cell, without its mark and what stands beside it. */
    static String figure(String testId) {
        return byTestId(testId).getElement().getText().strip();
    }

    static boolean isShown(String testId) {
        return maybe(testId).isPresent();
    }

    static Component byTestId(String testId) {
        return maybe(testId).orElseThrow(() -> new AssertionError("Nothing on the page has data-testid " + testId));
    }

    static <T extends Component> T byTestId(String testId, Class<T> type) {
        return type.cast(byTestId(testId));
    }

    static <T> List<T> all(Class<T> type) {
        return descendants(UI.getCurrent()).stream()
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    private static Optional<Component> maybe(String testId) {
        return descendants(UI.getCurrent()).stream()
                .filter(component -> testId.equals(component.getElement().getAttribute("data-testid")))
                .findFirst();
    }

    private static boolean isVisible(Component component) {
        return component.getElement().isTextNode() || component.isVisible();
    }

    /** All below it that is shown, in order. */
    private static List<Component> descendants(Component component) {
        List<Component> all = new ArrayList<>();
        component.getChildren().filter(ReviewPages::isVisible).forEach(child -> {
            all.add(child);
            all.addAll(descendants(child));
        });
        return all;
    }
}
