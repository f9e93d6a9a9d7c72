package nl.mjpmonitor.streaming.casework;

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

/** What a change of casework says about its case. */
class CaseMapperTest {

    private static final Instant KNOWN_AT = Instant.parse("2026-11-21T08:00:00Z");
    private static final ChangeVersion VERSION = new ChangeVersion(1, 5, 1);
    private static final long DAY = LocalDate.of(2026, 3, 2).toEpochDay();
    private static final String STEP = """
            {"case_number":"1.a","step":"atom","pass_number":2,"entered_on":"2026-03-02Z","left_on":null,\
            "buurt_code":"BU09350006","is_withdrawn":false}""";

    @Test
    void aStepIsReadWithItsDays() {
        assertThat(changes("case_step", null, STEP)).containsExactly(step("1.a", false, null));
        assertThat(changes("case_step", STEP, STEP.replace("\"left_on\":null", "\"left_on\":\"2026-03-05Z\"")))
                .containsExactly(step("1.a", false, DAY + 3));
    }

    @Test
    void aFileAndAnOutcomeAreReadToo() {
        assertThat(changes("case_file", null, """
                        {"case_number":"1.a","opened_on":"2026-03-02Z","closed_on":null,"buurt_code":"BU09350006",\
                        "is_withdrawn":true}"""))
                .containsExactly(new CaseChange(
                        "1.a", CaseRowKind.FILE, "{}", VERSION, KNOWN_AT, true, "", 0, "BU09350006", DAY, null, ""));
        assertThat(changes("case_outcome", null, """
                        {"case_number":"1.a","step":"lwo","pass_number":1,"outcome":"police","decided_on":"2026-03-02Z",\
                        "buurt_code":"BU09350006","is_withdrawn":false}"""))
                .containsExactly(new CaseChange(
                        "1.a",
                        CaseRowKind.OUTCOME,
                        "{}",
                        VERSION,
                        KNOWN_AT,
                        false,
                        "lwo",
                        1,
                        "BU09350006",
                        DAY,
                        null,
                        "police"));
    }

    @Test
    void aRowThatIsDeletedOrMovesToAnotherCaseIsGoneFromTheFirst() {
        assertThat(changes("case_step", STEP, null)).containsExactly(step("1.a", true, null));
        assertThat(changes("case_step", STEP, STEP.replace("1.a", "1.b")))
                .containsExactly(step("1.a", true, null), step("1.b", false, null));
    }

    @Test
    void otherTablesGiveNothing() {
        assertThat(changes("intervention", null, STEP)).isEmpty();
    }

    private static CaseChange step(String caseKey, boolean isGone, Long leftOn) {
        return new CaseChange(
                caseKey, CaseRowKind.STEP, "{}", VERSION, KNOWN_AT, isGone, "atom", 2, "BU09350006", DAY, leftOn, "");
    }

    private static List<CaseChange> changes(String table, String previous, String current) {
        CaseMapper mapper = new CaseMapper();
        mapper.open(new OpenContext() {});
        List<CaseChange> changes = new ArrayList<>();
        mapper.flatMap(
                new RowChange(
                        "ondermijning",
                        table,
                        "{}",
                        Operation.UPDATE,
                        VERSION,
                        previous,
                        current,
                        KNOWN_AT,
                        KNOWN_AT,
                        "topic",
                        0,
                        0),
                new ListCollector<>(changes));
        return changes;
    }
}
