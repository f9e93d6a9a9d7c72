package nl.mjpmonitor.streaming.hotspots;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import nl.mjpmonitor.streaming.change.ChangeVersion;
import nl.mjpmonitor.streaming.change.Operation;
import nl.mjpmonitor.streaming.row.RowChange;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.util.ListCollector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a change of a report changes at a location. */
class ReportMapperTest {

    private static final Instant KNOWN_AT = Instant.parse("2026-11-21T08:00:00Z");
    private static final String ROW = """
            {"category":"persons","location_number":"1.a","buurt_code":"BU09350006","happened_on":"2026-11-03Z",\
            "is_withdrawn":false,"is_merged":false,"status":"received"}""";

    @Test
    void aNewReportComesToItsLocation() {
        assertThat(changes(null, ROW)).containsExactly(came("1.a", "persons"));
    }

    @ParameterizedTest
    @CsvSource({
        "'\"is_withdrawn\":false', '\"is_withdrawn\":true'",
        "'\"is_merged\":false', '\"is_merged\":true'",
        "'\"category\":\"persons\"', '\"category\":\"noise\"'",
        "'\"location_number\":\"1.a\"', '\"location_number\":null'"
    })
    void aReportThatIsNotLookedAtAnyMoreIsGoneAndComesBackWhenItIsAgain(String from, String to) {
        String other = ROW.replace(from, to);
        assertThat(other).isNotEqualTo(ROW);

        assertThat(changes(ROW, other)).containsExactly(gone("1.a", "persons"));
        assertThat(changes(other, ROW)).containsExactly(came("1.a", "persons"));
        assertThat(changes(null, other)).isEmpty();
    }

    @Test
    void aReportThatIsMovedOrPutRightIsGoneAndComes() {
        assertThat(changes(ROW, ROW.replace("1.a", "1.b")))
                .containsExactly(gone("1.a", "persons"), came("1.b", "persons"));
        assertThat(changes(ROW, ROW.replace("persons", "drugs")))
                .containsExactly(gone("1.a", "persons"), came("1.a", "drugs"));
    }

    @Test
    void aReportThatIsDealtWithChangesNothing() {
        assertThat(changes(ROW, ROW.replace("received", "closed"))).isEmpty();
    }

    @Test
    void aDeletedReportIsGone() {
        assertThat(changes(ROW, null)).containsExactly(gone("1.a", "persons"));
    }

    @Test
    void otherTablesGiveNothing() {
        List<ReportChange> changes = new ArrayList<>();
        mapper().flatMap(change("screening", null, ROW), new ListCollector<>(changes));

        assertThat(changes).isEmpty();
    }

    private static List<ReportChange> changes(String previous, String current) {
        List<ReportChange> changes = new ArrayList<>();
        mapper().flatMap(change("report", previous, current), new ListCollector<>(changes));
        return changes;
    }

    private static ReportMapper mapper() {
        ReportMapper mapper = new ReportMapper();
        mapper.open(new OpenContext() {});
        return mapper;
    }

    private static ReportChange came(String location, String category) {
        return reportChange(location, category, 1);
    }

    private static ReportChange gone(String location, String category) {
        return reportChange(location, category, -1);
    }

    private static ReportChange reportChange(String location, String category, int change) {
        return new ReportChange(
                location,
                "{\"report_number\":\"1.r\"}",
                LocalDate.of(2026, 11, 3).toEpochDay(),
                category,
                "BU09350006",
                change,
                KNOWN_AT);
    }

    private static RowChange change(String table, String previous, String current) {
        return new RowChange(
                "melddesk",
                table,
                "{\"report_number\":\"1.r\"}",
                Operation.UPDATE,
                new ChangeVersion(1, 1, 1),
                previous,
                current,
                KNOWN_AT,
                KNOWN_AT,
                "topic",
                0,
                0);
    }
}
