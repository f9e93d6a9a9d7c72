package nl.mjpmonitor.ops.sources.zorgveiligheid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import nl.mjpmonitor.ops.sources.CountedFact;
import nl.mjpmonitor.ops.sources.SourceSystemContract;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ZorgveiligheidSystemIT extends SourceSystemContract {
    private static final String COUNTS = "NOT is_withdrawn";

    ZorgveiligheidSystemIT() {
        super(new ZorgveiligheidSystem(CLOCK), facts());
    }

    private static List<CountedFact> facts() {
        List<CountedFact> facts = new ArrayList<>();
        for (Subject subject : Subject.values()) {
            add(facts, subject.toString(), subject.toString(), "case_count", "counted", "subject = '" + subject + "'");
        }
        training(facts, "professional_trained", "professional_trained", "programme = 'radicalisation'");
        training(facts, "professional_trained.basic", "professional_trained", "level = 'basic'");
        training(facts, "professional_trained.specialist", "professional_trained", "level = 'specialist'");
        training(facts, "safety_vision_trained", "safety_vision_trained", "programme = 'safety_vision'");
        training(facts, "board_trained", "board_trained", "audience = 'board'");
        training(facts, "confidant_trained", "confidant_trained", "audience = 'confidant'");
        training(facts, "youth_worker_group", "youth_worker_group", "audience = 'youth_worker_group'");
        training(facts, "entree_class", "entree_class", "audience = 'entree_class'");
        for (String kind : List.of("learning_network", "gia_triage", "gia_consultation")) {
            add(facts, kind, kind, "meeting_count", "counted", "kind = '" + kind + "'");
        }
        add(facts, "interfaith_meeting", "interfaith_meeting", "meeting_count", "counted", "kind = 'interfaith'");
        add(facts, "guest_lesson", "guest_lesson", "outreach_count", "counted", "kind = 'guest_lesson'");
        for (String phase : List.of("see", "think", "do")) {
            for (String kind : List.of("campaign_visit", "campaign_reach")) {
                add(
                        facts,
                        kind + "." + phase,
                        "campaign_" + phase,
                        "outreach_count",
                        "counted",
                        "kind = '" + kind + "' AND phase = '" + phase + "'");
            }
        }
        for (String kind : List.of("handle_with_care_municipality", "theme", "aftercare_condition")) {
            facts.add(new CountedFact(
                    kind,
                    "",
                    "level_count",
                    "as_of",
                    "(array_agg(counted ORDER BY as_of DESC))[1]",
                    COUNTS + " AND kind = '" + kind + "'"));
        }
        add(
                facts,
                "training",
                "training",
                "training_count",
                "session_count",
                "session_count IS NOT NULL" + " AND programme = 'radicalisation'");
        return facts;
    }

    private static void training(List<CountedFact> facts, String name, String register, String condition) {
        add(facts, name, register, "training_count", "trained_count", condition);
    }

    /** The sum, and the rows that must lie in the register. */
    private static void add(
            List<CountedFact> facts, String name, String register, String table, String column, String condition) {
        String where = COUNTS + " AND " + condition;
        facts.add(new CountedFact(name, register, table, "month", "sum(" + column + ")", where));
        facts.add(CountedFact.rows(name + "_row", register, table, "month", where));
    }

    @Override
    protected List<String> endedRegisters() {
        return List.of("youth_report_2022");
    }

    @Test
    void countsYouthReportsByTwoDefinitionsThatNeverMeet() throws SQLException {
        assertThat(column(
                        "SELECT register || ' ' || period_from || ' ' || period_to FROM zorgveiligheid.register_period"
                                + " WHERE register LIKE 'youth_report%' ORDER BY 1"))
                .containsExactly(
                        "youth_report 2023-01-01 2023-12-01",
                        "youth_report 2024-01-01 2026-10-01",
                        "youth_report_2022 2022-01-01 2022-12-01");
        assertThat(column("SELECT subject || ' ' || valid_from || ' ' || coalesce(valid_to::text, '') FROM"
                        + " zorgveiligheid.definition WHERE subject LIKE 'youth_report%' ORDER BY 1"))
                .containsExactly("youth_report 2023-01-01 ", "youth_report_2022 2022-01-01 2022-12-01");
    }

    @Test
    void makesTheReportsOfThoseDiscussedAndReferredInEveryMonth() throws SQLException {
        assertThat(column("""
                        SELECT month FROM zorgveiligheid.case_count GROUP BY month
                        HAVING coalesce(sum(counted) FILTER (WHERE subject = 'youth_report'), 0)
                          <> coalesce(sum(counted) FILTER (WHERE subject IN ('youth_discussed', 'youth_referred')), 0)""")).isEmpty();
    }

    @Test
    void saysOfWhatANumberOfReleasedIsAPart() throws SQLException {
        assertThat(column("SELECT concat_ws(' ', subject, 'of', coalesce(denominator, '?'), is_denominator_unclear)"
                        + " FROM zorgveiligheid.definition WHERE subject LIKE 'detention%' ORDER BY subject"))
                .containsExactly(
                        "detention_pga of detention_returned f",
                        "detention_released of ? f",
                        "detention_returned of detention_released f",
                        "detention_without_coordinator of ? t");
        assertThat(column("""
                        SELECT part.subject || ' ' || part.month FROM zorgveiligheid.case_count AS part
                        JOIN zorgveiligheid.definition USING (subject)
                        LEFT JOIN zorgveiligheid.case_count AS whole
                          ON whole.subject = denominator AND whole.month = part.month
                        WHERE denominator IS NOT NULL AND part.counted > coalesce(whole.counted, part.counted - 1)
                          AND part.counted IS NOT NULL""")).isEmpty();
    }

    @Test
    void marksWhatIsAnEstimateOrALowerBound() throws SQLException {
        assertThat(column("SELECT DISTINCT programme || ' ' || provenance FROM zorgveiligheid.training_count"
                        + " WHERE is_approximate"))
                .containsExactly("safety_vision published_period");
        assertThat(column("SELECT 1 FROM zorgveiligheid.training_count WHERE NOT is_approximate"
                        + " AND programme = 'safety_vision' AND month < '2024-01-01'"))
                .isEmpty();
        assertThat(column("SELECT kind || ' ' || is_lower_bound FROM zorgveiligheid.outreach_count"
                        + " WHERE kind LIKE 'campaign%' GROUP BY kind, is_lower_bound ORDER BY 1"))
                .containsExactly("campaign_reach true", "campaign_visit false");
    }

    @Test
    void doesNotKnowWhatWasNotPublished() throws SQLException {
        assertThat(column("SELECT 1 FROM zorgveiligheid.training_count WHERE session_count IS NOT NULL"
                        + " AND month < '2024-01-01'"))
                .isEmpty();
        assertThat(column("SELECT min(period_from) FROM zorgveiligheid.register_period"
                        + " WHERE register IN ('training', 'interfaith_meeting', 'campaign_do')"))
                .containsExactly("2024-01-01");
    }

    @Test
    void spreadsTheGuestLessonsOverTheMonthsOfTheSchoolYear() throws SQLException {
        assertThat(column("SELECT count(*) FROM zorgveiligheid.outreach_count WHERE kind = 'guest_lesson'"
                        + " AND extract(month FROM month) IN (7, 8)"))
                .containsExactly("0");
        assertThat(column("SELECT provenance FROM zorgveiligheid.outreach_count WHERE kind = 'guest_lesson'"
                        + " AND month BETWEEN '2023-08-01' AND '2024-07-01' GROUP BY provenance"))
                .containsExactly("published_period");
    }

    /** A partner delivers after the month: the last one is awaited, which is not zero. */
    @Test
    void awaitsWhatHasNotBeenDelivered() throws SQLException {
        assertThat(column("SELECT subject FROM zorgveiligheid.case_count WHERE counted IS NULL AND month = '2026-10-01'"
                        + " ORDER BY subject"))
                .containsExactly("force_used", "gia_report", "police_deployment");
        assertThat(column("SELECT 1 FROM zorgveiligheid.case_count WHERE counted IS NULL AND month < '2026-07-01'"))
                .isEmpty();
        assertThat(column("SELECT 1 FROM zorgveiligheid.case_count WHERE delivered_on >= month + interval '2 months'"))
                .isNotEmpty();
    }

    @Test
    void saysWhatWasCorrected() throws SQLException {
        assertThat(column(
                        "SELECT 1 FROM zorgveiligheid.case_count WHERE revision = 2 AND updated_at > delivered_on + 1"))
                .isNotEmpty();
        try (Connection connection = owner();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            String january = " WHERE subject = 'via_report' AND month = '2023-01-01'";
            assertThat(revision(statement, "SET counted = counted + 1" + january))
                    .isEqualTo(2);
            assertThat(revision(statement, "SET note = 'Demotekst'" + january)).isEqualTo(2);
            connection.rollback();
        }
    }

    private static int revision(Statement statement, String update) throws SQLException {
        try (ResultSet result =
                statement.executeQuery("UPDATE zorgveiligheid.case_count " + update + " RETURNING revision")) {
            result.next();
            return result.getInt(1);
        }
    }

    @Test
    void hasARegisterAndADefinitionOfEverySubject() throws SQLException {
        List<String> subjects = column("SELECT subject FROM zorgveiligheid.definition");

        assertThat(column("SELECT DISTINCT subject FROM zorgveiligheid.case_count"))
                .containsExactlyInAnyOrderElementsOf(subjects);
        assertThat(column("SELECT DISTINCT register FROM zorgveiligheid.register_period"))
                .containsAll(subjects);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "case_count_dated_when_delivered | UPDATE zorgveiligheid.case_count SET delivered_on = NULL",
                "case_count_month_first_day | UPDATE zorgveiligheid.case_count SET month = month + 1",
                "training_count_level_of_programme | UPDATE zorgveiligheid.training_count SET level = 'basic' WHERE audience = 'board'",
                "training_count_audience_of_programme | UPDATE zorgveiligheid.training_count SET audience = 'professional' WHERE audience = 'board'",
                "outreach_count_phase_of_campaign | UPDATE zorgveiligheid.outreach_count SET phase = 'none'",
                "level_count_counted_not_negative | UPDATE zorgveiligheid.level_count SET counted = -1",
                "definition_denominator_unclear | UPDATE zorgveiligheid.definition SET denominator = 'via_report'"
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
