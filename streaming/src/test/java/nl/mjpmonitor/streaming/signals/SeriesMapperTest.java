package nl.mjpmonitor.streaming.signals;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import nl.mjpmonitor.streaming.change.ChangeVersion;
import nl.mjpmonitor.streaming.change.Operation;
import nl.mjpmonitor.streaming.row.RowChange;
import org.apache.flink.streaming.api.operators.StreamFlatMap;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SeriesMapperTest {

    private static final Instant MOMENT = Instant.parse("2026-11-21T08:00:00Z");
    private static final String DELIVERY = """
            {"delivery_id":7,"period_from":"2026-09-01Z","period_to":"2026-10-01Z","status":"%s","police_classes":%s}""";

    private OneInputStreamOperatorTestHarness<RowChange, SeriesChange> harness;

    @BeforeEach
    void open() throws Exception {
        harness = new OneInputStreamOperatorTestHarness<>(new StreamFlatMap<>(new SeriesMapper()));
        harness.open();
    }

    @AfterEach
    void close() throws Exception {
        harness.close();
    }

    @Test
    void aDeliveryCoversItsClassesInEverySeriesThatNeedsThem() throws Exception {
        List<SeriesChange> changes =
                map("politiecijfers", "delivery", null, DELIVERY.formatted("accepted", "[\"A20\",\"B20\",\"F12\"]"));

        assertThat(changes)
                .filteredOn(change -> change.seriesKey().equals("woninginbraak GM0935"))
                .singleElement()
                .satisfies(change -> {
                    assertThat(change.kind()).isEqualTo(SeriesChange.Kind.COVER);
                    assertThat(change.registers()).isEqualTo("A20,B20");
                    assertThat(change.month()).isEqualTo(SeriesStand.number(YearMonth.of(2026, 9)));
                    assertThat(change.lastMonth()).isEqualTo(SeriesStand.number(YearMonth.of(2026, 10)));
                });
        assertThat(changes)
                .as("buurten of burglaries too")
                .anyMatch(change -> change.seriesKey().equals("woninginbraak BU09350000"));
    }

    @Test
    void aDeliveryFromBeforeItNamedItsClassesCoversAll() throws Exception {
        assertThat(map("politiecijfers", "delivery", null, DELIVERY.formatted("accepted", "null")))
                .extracting(SeriesChange::registers)
                .containsOnly("*");
    }

    @Test
    void aWithdrawnOrDeletedDeliveryCoversNothing() throws Exception {
        String accepted = DELIVERY.formatted("accepted", "[\"A20\"]");

        assertThat(map("politiecijfers", "delivery", accepted, DELIVERY.formatted("withdrawn", "[\"A20\"]")))
                .extracting(SeriesChange::kind)
                .containsOnly(SeriesChange.Kind.NO_COVER);
        assertThat(map("politiecijfers", "delivery", accepted, null))
                .extracting(SeriesChange::kind)
                .containsOnly(SeriesChange.Kind.NO_COVER);
    }

    @Test
    void caseworkCountsTowardsItsNormAndIsTakenOutAgain() throws Exception {
        WatchedSeries series =
                WatchedCatalogue.shared().find("cter-trainingen GM0935").orElseThrow();
        String row = "{\"" + series.rows().fact().date() + "\":\"2024-05-03Z\""
                + series.rows()
                        .fact()
                        .amount()
                        .map(amount -> ",\"" + amount + "\":2")
                        .orElse("")
                + conditions(series) + "}";
        String system = series.rows().fact().id().system();
        String table = series.rows().fact().table();

        assertThat(map(system, table, null, row))
                .filteredOn(change -> change.indicator().equals("cter-trainingen"))
                .singleElement()
                .satisfies(change -> {
                    assertThat(change.count()).isPositive();
                    assertThat(change.month()).isEqualTo(SeriesStand.number(YearMonth.of(2024, 5)));
                });
        assertThat(map(system, table, row, null))
                .filteredOn(change -> change.indicator().equals("cter-trainingen"))
                .singleElement()
                .satisfies(change -> assertThat(change.count()).isNegative());
    }

    private static String conditions(WatchedSeries series) {
        StringBuilder columns = new StringBuilder();
        series.rows()
                .conditions()
                .forEach(condition -> columns.append(",\"")
                        .append(condition.column())
                        .append("\":\"")
                        .append(condition.values().get(0))
                        .append('"'));
        return columns.toString();
    }

    @Test
    void otherTablesGiveNothing() throws Exception {
        assertThat(map("politiecijfers", "police_class", null, "{\"code\":\"A20\"}"))
                .isEmpty();
    }

    private List<SeriesChange> map(String system, String table, @Nullable String previous, @Nullable String current)
            throws Exception {
        int before = harness.extractOutputValues().size();
        harness.processElement(
                new RowChange(
                        system,
                        table,
                        "{\"id\":7}",
                        Operation.UPDATE,
                        new ChangeVersion(1, 2, 3),
                        previous,
                        current,
                        MOMENT,
                        MOMENT,
                        "topic",
                        0,
                        1),
                0);
        return harness.extractOutputValues().stream().skip(before).toList();
    }
}
