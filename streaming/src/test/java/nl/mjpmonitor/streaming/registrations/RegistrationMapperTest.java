package nl.mjpmonitor.streaming.registrations;

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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RegistrationMapperTest {

    private static final Instant KNOWN_AT = Instant.parse("2026-11-21T08:00:00Z");
    private static final Cell JANUARY =
            new Cell("politie.A40", "BU09350000", LocalDate.of(2023, 1, 1).toEpochDay());
    private static final Cell FEBRUARY =
            new Cell("politie.A40", "BU09350000", LocalDate.of(2023, 2, 1).toEpochDay());

    private final RegistrationMapper mapper = new RegistrationMapper();

    @BeforeEach
    void open() {
        mapper.open(new OpenContext() {});
    }

    @Test
    void aNewRowCountsInItsCell() {
        assertThat(contributions(null, row("2023-01-01Z", "5", false))).containsExactly(contribution(JANUARY, 5, 0));
    }

    @Test
    void aMonthIsReadWithAndWithoutTheMarkOfUtc() {
        assertThat(contributions(null, row("2023-01-01", "5", false))).containsExactly(contribution(JANUARY, 5, 0));
    }

    @Test
    void aChangedCountCountsTheDifference() {
        assertThat(contributions(row("2023-01-01Z", "5", false), row("2023-01-01Z", "3", false)))
                .containsExactly(contribution(JANUARY, -2, 0));
    }

    @Test
    void aMovedRowLeavesItsOldCellAndEntersItsNewOne() {
        assertThat(contributions(row("2023-01-01Z", "5", false), row("2023-02-01Z", "6", false)))
                .containsExactly(contribution(JANUARY, -5, 0), contribution(FEBRUARY, 6, 0));
    }

    @Test
    void aDeletedRowLeavesItsCell() {
        assertThat(contributions(row("2023-01-01Z", "5", false), null)).containsExactly(contribution(JANUARY, -5, 0));
    }

    @Test
    void aWithdrawnRowCountsNowhereAndMayComeBack() {
        assertThat(contributions(row("2023-01-01Z", "5", false), row("2023-01-01Z", "5", true)))
                .containsExactly(contribution(JANUARY, -5, 0));
        assertThat(contributions(row("2023-01-01Z", "5", true), row("2023-01-01Z", "5", false)))
                .containsExactly(contribution(JANUARY, 5, 0));
        assertThat(contributions(null, row("2023-01-01Z", "5", true))).isEmpty();
    }

    @Test
    void anUnknownCountIsCountedAsUnknownAndNotAsZero() {
        assertThat(contributions(null, row("2023-01-01Z", "null", false))).containsExactly(contribution(JANUARY, 0, 1));
        assertThat(contributions(row("2023-01-01Z", "null", false), row("2023-01-01Z", "2", false)))
                .containsExactly(contribution(JANUARY, 2, -1));
        assertThat(contributions(row("2023-01-01Z", "0", false), row("2023-01-01Z", "null", false)))
                .containsExactly(contribution(JANUARY, 0, 1));
    }

    @Test
    void aChangeThatTouchesNoCountGivesNothing() {
        assertThat(contributions(row("2023-01-01Z", "5", false), row("2023-01-01Z", "5", false)))
                .isEmpty();
        assertThat(contributions(null, row("2023-01-01Z", "0", false))).isEmpty();
        assertThat(contributions(null, null)).isEmpty();
    }

    @Test
    void otherTablesGiveNothing() {
        List<Contribution> out = new ArrayList<>();
        mapper.flatMap(change("delivery", null, "{\"delivery_id\":1}"), new ListCollector<>(out));

        assertThat(out).isEmpty();
    }

    private List<Contribution> contributions(String previous, String current) {
        List<Contribution> out = new ArrayList<>();
        mapper.flatMap(change("registration", previous, current), new ListCollector<>(out));
        return out;
    }

    private static Contribution contribution(Cell cell, long count, long unknown) {
        return new Contribution(cell, count, unknown, KNOWN_AT);
    }

    private static RowChange change(String table, String previous, String current) {
        return new RowChange(
                "politiecijfers",
                table,
                "{}",
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

    private static String row(String month, String count, boolean withdrawn) {
        return "{\"registration_id\":1,\"police_class\":\"A40\",\"area_code\":\"BU09350000\",\"month\":\"" + month
                + "\",\"registration_count\":" + count + ",\"is_withdrawn\":" + withdrawn + '}';
    }
}
