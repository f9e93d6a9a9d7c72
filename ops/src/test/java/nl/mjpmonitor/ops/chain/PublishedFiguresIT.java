package nl.mjpmonitor.ops.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import nl.mjpmonitor.ops.chain.PublishedComparison.Outcome;
import nl.mjpmonitor.ops.launcher.Stack;
import nl.mjpmonitor.warehouse.WarehouseConnection;
import nl.mjpmonitor.warehouse.areas.Areas;
import nl.mjpmonitor.warehouse.indicators.ClickHouseIndicatorQuery;
import nl.mjpmonitor.warehouse.indicators.IndicatorCatalogue;
import nl.mjpmonitor.warehouse.published.PublishedFigures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Every figure that the municipality published comes out of the running chain as printed. The report says 'gelijk', the difference, or
 * why the row is no figure, for each of them.
 */
@ExtendWith(RunningStack.class)
class PublishedFiguresIT {

    private static final Path REPORT = Path.of("target", "published-figures.txt");

    private final Stack stack;

    PublishedFiguresIT(Stack stack) {
        this.stack = stack;
    }

    @Test
    void everyPublishedFigureIsReproduced() throws Exception {
        try (WarehouseConnection connection = stack.warehouseConnection()) {
            PublishedComparison comparison = new PublishedComparison(
                    new ClickHouseIndicatorQuery(
                            connection, IndicatorCatalogue.load(), Areas.load(), Clock.systemUTC()),
                    PublishedFigures.load());
            try {
                Until.holds(() -> assertThat(comparison.outcomes())
                        .filteredOn(Outcome::isDifferent)
                        .isEmpty());
            } finally {
                report(comparison.outcomes());
            }
        }
    }

    private static void report(List<Outcome> outcomes) throws IOException {
        Files.createDirectories(REPORT.getParent());
        Files.write(REPORT, outcomes.stream().map(Outcome::toString).toList());
    }
}
