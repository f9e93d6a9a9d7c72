package nl.mjpmonitor.warehouse.indicators;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import nl.mjpmonitor.warehouse.indicators.KeptMonths.Kept;
import nl.mjpmonitor.warehouse.periods.Period;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class KeptMonthsTest {

    private static final Indicator CARS = Samples.count("auto", "A10", "B10");
    private static final Indicator CASES = Samples.cases("lwo-casussen");

    @Test
    void areThoseInWhichEveryRegisterWasKept() {
        Kept kept = kept(
                CARS,
                Period.quarter(2023, 1),
                delivery("2023-01-01", "2023-02-28", "[\"A10\"]", "published_year"),
                delivery("2023-02-01", "2023-03-31", "[\"B10\",\"C10\"]", "published_period"));

        assertThat(kept).isEqualTo(new Kept(1, Provenance.PUBLISHED_PERIOD));
    }

    @Test
    void ofADeliveryThatNamesNoClassAreThoseOfAll() {
        Kept kept = kept(
                CARS,
                Period.month(2023, 1),
                delivery("2023-01-01", "2023-01-31", null, null),
                delivery("2023-01-01", "2023-01-31", "[\"A10\"]", "published_year"));

        assertThat(kept).isEqualTo(new Kept(1, Provenance.UNMARKED));
    }

    @Test
    void areNotOfADeliveryThatWasNotAccepted() {
        SampleRows withdrawn = SampleRows.of("politiecijfers", "delivery", "status", "period_from", "period_to")
                .row("withdrawn", "2023-01-01", "2023-12-31");

        assertThat(kept(CARS, Period.year(2023), withdrawn)).isEqualTo(new Kept(0, Provenance.UNMARKED));
    }

    @Test
    void areAsWeakAsTheWeakestThatSaysSo() {
        assertThat(kept(
                        CASES,
                        Period.month(2023, 1),
                        SampleRows.register("ondermijning", "lwo", "2023-01-01", "2023-01-31", "demonstration"),
                        SampleRows.register("ondermijning", "lwo", "2023-01-01", "2023-01-31", "published_year")))
                .isEqualTo(new Kept(1, Provenance.DEMONSTRATION));
    }

    @Test
    void areNotThoseOfAnotherSystem() {
        assertThat(kept(
                        CASES,
                        Period.month(2023, 1),
                        SampleRows.register("onderschat", "lwo", "2023-01-01", "2023-01-31", "published_year")))
                .isEqualTo(new Kept(0, Provenance.UNMARKED));
    }

    @Test
    void areNoneWhenItIsNotKnownSinceWhen() {
        assertThat(kept(
                        CASES,
                        Period.month(2023, 1),
                        SampleRows.register("ondermijning", "lwo", "sinds altijd", "2023-01-31", "published_year")))
                .isEqualTo(new Kept(0, Provenance.UNMARKED));
    }

    private static Kept kept(Indicator indicator, Period period, SampleRows... rows) {
        return new KeptMonths(
                        Stream.of(rows).flatMap(some -> some.rows().stream()).toList())
                .of(indicator.measure().source().orElseThrow(), period);
    }

    private static SampleRows delivery(String from, String to, @Nullable String classes, @Nullable String provenance) {
        return SampleRows.of(
                        "politiecijfers",
                        "delivery",
                        "status",
                        "period_from",
                        "period_to",
                        "police_classes",
                        "provenance")
                .row("accepted", from, to, classes, provenance);
    }
}
