package nl.mjpmonitor.ops.sources.ondermijning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import nl.mjpmonitor.ops.sources.CountedFact;
import nl.mjpmonitor.ops.sources.SourceSystemContract;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OndermijningSystemIT extends SourceSystemContract {
    private static final String COUNTS = "NOT is_withdrawn";

    OndermijningSystemIT() {
        super(new OndermijningSystem(CLOCK), facts());
    }

    private static List<CountedFact> facts() {
        List<CountedFact> facts = new ArrayList<>();
        facts.add(CountedFact.rows("signal", "signal", "signal", "received_on", COUNTS));
        for (String step : List.of("lwo", "atom", "mot", "riec")) {
            facts.add(CountedFact.rows(
                    step, step, "case_step", "entered_on", COUNTS + " AND pass_number = 1 AND step = '" + step + "'"));
        }
        for (String outcome : List.of("police", "wabo", "public_space_enforcement", "chain_partner", "atom", "mot")) {
            facts.add(outcome("lwo", outcome));
        }
        for (String outcome : List.of("penalty_order", "wabo", "social_investigation")) {
            facts.add(outcome("atom", outcome));
        }
        for (String kind : List.of("administrative", "criminal", "fiscal", "civil")) {
            facts.add(CountedFact.rows(
                    "intervention." + kind,
                    "intervention",
                    "intervention",
                    "started_on",
                    COUNTS + " AND kind = '" + kind + "'"));
        }
        facts.add(new CountedFact(
                "checked_location",
                "location_check",
                "location_check",
                "checked_on",
                "count(DISTINCT location_number)",
                COUNTS));
        facts.add(CountedFact.rows(
                "checked_case", "location_check", "location_check", "checked_on", COUNTS + " AND NOT is_recheck"));
        facts.add(CountedFact.rows(
                "storage_unit_check", "storage_unit_check", "storage_unit_check", "checked_on", COUNTS));
        for (String kind : List.of("location", "target_group", "branch")) {
            facts.add(CountedFact.rows(
                    "phenomenon_study." + kind,
                    "phenomenon_study",
                    "phenomenon_study",
                    "completed_on",
                    COUNTS + " AND kind = '" + kind + "'"));
        }
        facts.add(CountedFact.rows("follow_up_action", "follow_up_action", "follow_up_action", "started_on", COUNTS));
        facts.add(CountedFact.rows("workshop", "workshop", "workshop", "held_on", COUNTS));
        return facts;
    }

    private static CountedFact outcome(String step, String outcome) {
        return CountedFact.rows(
                step + "_outcome." + outcome,
                step + "_outcome",
                "case_outcome",
                "decided_on",
                COUNTS + " AND pass_number = 1 AND step = '" + step + "' AND outcome = '" + outcome + "'");
    }

    /** 77 cases, 64 outcomes: the funnel of 2023 does not close, and is not made to. */
    @Test
    void leavesCasesWithoutAnOutcome() throws SQLException {
        String sql = """
                SELECT count(*) FROM ondermijning.case_step s
                WHERE step = 'lwo' AND pass_number = 1 AND NOT is_withdrawn
                  AND entered_on BETWEEN '2023-01-01' AND '2023-12-31'
                  AND NOT EXISTS (SELECT FROM ondermijning.case_outcome o
                    WHERE o.case_number = s.case_number AND o.step = 'lwo' AND o.pass_number = 1)""";

        assertThat(column(sql)).containsExactly("13");
    }

    @Test
    void doesNotTellHowManyCasesWentToTheRiecIn2023() throws SQLException {
        assertThat(column("SELECT 1 FROM ondermijning.register_period WHERE register = 'riec'"
                        + " AND period_from <= '2023-12-01' AND period_to >= '2023-01-01'"))
                .isEmpty();
    }

    /** Units: a case, a location and a check are three things. */
    @Test
    void countsCasesLocationsAndChecksApart() throws SQLException {
        assertThat(
                        column(
                                "SELECT concat_ws(' ', count(*), count(DISTINCT case_number), count(DISTINCT location_number))"
                                        + " FROM ondermijning.location_check WHERE checked_on BETWEEN '2023-01-01' AND '2023-12-31'"))
                .containsExactly("16 14 12");
        assertThat(column("SELECT count(DISTINCT case_number) FROM ondermijning.location_check"
                        + " WHERE checked_on BETWEEN '2023-01-01' AND '2024-09-30'"))
                .containsExactly("54");
    }

    @Test
    void knowsCasesWithSeveralOutcomesReopenedOnesAndWithdrawnOnes() throws SQLException {
        assertThat(column("SELECT case_number FROM ondermijning.case_outcome WHERE step = 'lwo' AND pass_number = 1"
                        + " GROUP BY case_number HAVING count(*) > 1"))
                .isNotEmpty();
        assertThat(column("SELECT case_number FROM ondermijning.case_file WHERE reopened_on IS NOT NULL"
                        + " AND status = 'closed'"))
                .isNotEmpty();
        assertThat(column("SELECT case_number FROM ondermijning.case_step WHERE is_withdrawn"))
                .isNotEmpty();
        assertThat(column("SELECT case_number FROM ondermijning.case_step WHERE left_on IS NULL"))
                .isNotEmpty();
        assertThat(column("SELECT signal_number FROM ondermijning.signal WHERE status = 'enriched'"))
                .isNotEmpty();
    }

    @Test
    void treatsSignalsOfOnderschatUnderTheirOwnNumber() throws SQLException {
        assertThat(column("SELECT count(*) FROM ondermijning.signal WHERE channel = 'onderschat' AND NOT is_withdrawn"
                        + " AND received_on BETWEEN '2023-01-01' AND '2023-12-31'"))
                .containsExactly("30");
        assertThat(column("SELECT count(*) > 10 FROM ondermijning.signal WHERE channel = 'onderschat'"
                        + " AND case_number IS NOT NULL AND received_on < '2024-01-01'"))
                .containsExactly("t");
    }

    @Test
    void intervenesCivillySince2025Only() throws SQLException {
        assertThat(column("SELECT min(started_on) >= '2025-01-01' FROM ondermijning.intervention WHERE kind = 'civil'"))
                .containsExactly("t");
    }

    @Test
    void checkedTheFindingsOfTheStudyOnceIn2024() throws SQLException {
        assertThat(column("SELECT extract(year FROM started_on) FROM ondermijning.follow_up_action"
                        + " WHERE kind = 'phenomenon_check'"))
                .containsExactly("2024");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "case_file_status_known | UPDATE ondermijning.case_file SET status = 'lost' WHERE status = 'open'",
                "case_file_closed_when_closed | UPDATE ondermijning.case_file SET closed_on = NULL WHERE status = 'closed'",
                "case_file_buurt_code_form | UPDATE ondermijning.case_file SET buurt_code = 'Wyck'",
                "case_step_left_after_entering | UPDATE ondermijning.case_step SET left_on = entered_on - 1",
                "case_step_once_a_pass | UPDATE ondermijning.case_step SET step = 'lwo', pass_number = 1",
                "case_outcome_fits_step | UPDATE ondermijning.case_outcome SET outcome = 'police' WHERE step = 'atom'",
                "case_outcome_step_fkey | UPDATE ondermijning.case_outcome SET pass_number = 9 WHERE case_outcome_id = 1",
                "signal_dated_by_status | UPDATE ondermijning.signal SET status = 'received' WHERE case_number IS NULL",
                "location_check_first_of_case | UPDATE ondermijning.location_check SET is_recheck = false",
                "register_period_whole_months | UPDATE ondermijning.register_period SET period_to = '2026-10-02'",
                "heartbeat_one_row | INSERT INTO ondermijning.heartbeat VALUES (2, now())"
            })
    void refusesWhatCannotBe(String constraint, String sql) throws SQLException {
        try (Connection connection = owner();
                Statement statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute(sql))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining(constraint);
        }
    }
}
