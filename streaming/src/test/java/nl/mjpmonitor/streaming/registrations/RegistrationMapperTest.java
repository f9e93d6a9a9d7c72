package nl.mjpmonitor.streaming.registrations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import nl.mjpmonitor.streaming.change.ChangeVersion;
import nl.mjpmonitor.streaming.change.Operation;
import nl.mjpmonitor.streaming.change.RejectReason;
import nl.mjpmonitor.streaming.change.Violation;
import nl.mjpmonitor.streaming.row.RowChange;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.util.ListCollector;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class RegistrationMapperTest {

    private static final Instant KNOWN_AT = Instant.parse("2026-11-21T08:00:00Z");
    private static final Cell JANUARY =
            new Cell("politie.A40", "BU09350000", LocalDate.of(2023, 1, 1).toEpochDay());
    private static final Cell FEBRUARY =
            new Cell("politie.A40", "BU09350000", LocalDate.of(2023, 2, 1).toEpochDay());

    private static final Cell PERSONS_IN_JANUARY = melddesk("persons", "BU09350000", LocalDate.of(2023, 1, 1));
    private static final JsonMapper JSON = JsonMapper.builder().build();

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
    void aReportCountsForOneInTheMonthInWhichItHappened() {
        assertThat(reports(null, report("persons", "BU09350000", "2023-01-31Z", false, false)))
                .containsExactly(contribution(PERSONS_IN_JANUARY, 1, 0));
    }

    @Test
    void aReportThatIsCorrectedMovesToItsRightCell() {
        String before = report("persons", "BU09350000", "2023-01-31Z", false, false);

        assertThat(reports(before, report("drugs", "BU09350000", "2023-01-31Z", false, false)))
                .containsExactly(
                        contribution(PERSONS_IN_JANUARY, -1, 0),
                        contribution(melddesk("drugs", "BU09350000", LocalDate.of(2023, 1, 1)), 1, 0));
        assertThat(reports(before, report("persons", "BU09350001", "2023-01-31Z", false, false)))
                .containsExactly(
                        contribution(PERSONS_IN_JANUARY, -1, 0),
                        contribution(melddesk("persons", "BU09350001", LocalDate.of(2023, 1, 1)), 1, 0));
        assertThat(reports(before, report("persons", "BU09350000", "2022-12-31Z", false, false)))
                .containsExactly(
                        contribution(PERSONS_IN_JANUARY, -1, 0),
                        contribution(melddesk("persons", "BU09350000", LocalDate.of(2022, 12, 1)), 1, 0));
        assertThat(reports(before, report("persons", "BU09350000", "2023-01-02Z", false, false)))
                .isEmpty();
    }

    @Test
    void aReportThatIsWithdrawnMergedOrDeletedCountsNowhere() {
        String before = report("persons", "BU09350000", "2023-01-31Z", false, false);
        String withdrawn = report("persons", "BU09350000", "2023-01-31Z", true, false);
        String merged = report("persons", "BU09350000", "2023-01-31Z", false, true);

        assertThat(reports(before, withdrawn)).containsExactly(contribution(PERSONS_IN_JANUARY, -1, 0));
        assertThat(reports(before, merged)).containsExactly(contribution(PERSONS_IN_JANUARY, -1, 0));
        assertThat(reports(before, null)).containsExactly(contribution(PERSONS_IN_JANUARY, -1, 0));
        assertThat(reports(withdrawn, merged)).isEmpty();
        assertThat(reports(merged, null)).isEmpty();
        assertThat(reports(merged, before)).containsExactly(contribution(PERSONS_IN_JANUARY, 1, 0));
    }

    @Test
    void aRowMustBeOfAMonthThatHasBegunWhereItIsCounted() {
        CountedTable reports = new MelddeskReports();
        Instant lastSecondsOfJanuary = Instant.parse("2023-01-31T22:59:59Z");

        assertThat(reports.check(
                        JSON.readTree(report("persons", "BU09350000", "2023-02-01Z", false, false)),
                        lastSecondsOfJanuary))
                .get()
                .extracting(Violation::reason)
                .isEqualTo(RejectReason.MONTH_IN_FUTURE);
        assertThat(reports.check(
                        JSON.readTree(report("persons", "BU09350000", "2023-02-01Z", false, false)),
                        lastSecondsOfJanuary.plusSeconds(1)))
                .isEmpty();
        assertThat(reports.check(
                        JSON.readTree(report("persons", "BU09350000", "1969-12-31Z", false, false)),
                        lastSecondsOfJanuary))
                .get()
                .extracting(Violation::reason)
                .isEqualTo(RejectReason.OUT_OF_RANGE);
    }

    @Test
    void otherTablesGiveNothing() {
        List<Contribution> out = new ArrayList<>();
        mapper.flatMap(change("politiecijfers", "delivery", null, "{\"delivery_id\":1}"), new ListCollector<>(out));

        mapper.flatMap(
                change("onderschat", "report", null, report("persons", "BU09350000", "2023-01-31Z", false, false)),
                new ListCollector<>(out));

        assertThat(out).isEmpty();
    }

    private List<Contribution> reports(String previous, String current) {
        List<Contribution> out = new ArrayList<>();
        mapper.flatMap(change("melddesk", "report", previous, current), new ListCollector<>(out));
        return out;
    }

    private static Cell melddesk(String category, String buurt, LocalDate month) {
        return new Cell("melddesk." + category, buurt, month.toEpochDay());
    }

    private static String report(String category, String buurt, String happenedOn, boolean withdrawn, boolean merged) {
        return "{\"report_number\":\"1.x\",\"happened_on\":\"%s\",\"category\":\"%s\",\"buurt_code\":\"%s\",\"status\":\"closed\",\"is_merged\":%s,\"is_withdrawn\":%s}"
                .formatted(happenedOn, category, buurt, merged, withdrawn);
    }

    private List<Contribution> contributions(String previous, String current) {
        List<Contribution> out = new ArrayList<>();
        mapper.flatMap(change("politiecijfers", "registration", previous, current), new ListCollector<>(out));
        return out;
    }

    private static Contribution contribution(Cell cell, long count, long unknown) {
        return new Contribution(cell, count, unknown, KNOWN_AT);
    }

    private static RowChange change(String system, String table, String previous, String current) {
        return new RowChange(
                system,
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
