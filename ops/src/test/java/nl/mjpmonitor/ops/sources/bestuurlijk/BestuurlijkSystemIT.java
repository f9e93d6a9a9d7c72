package nl.mjpmonitor.ops.sources.bestuurlijk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import nl.mjpmonitor.ops.sources.CountedFact;
import nl.mjpmonitor.ops.sources.SourceSystemContract;
import nl.mjpmonitor.ops.sources.ondermijning.CaseReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BestuurlijkSystemIT extends SourceSystemContract {
    private static final String COUNTS = "NOT is_withdrawn";

    BestuurlijkSystemIT() {
        super(
                new BestuurlijkSystem(CLOCK),
                List.of(
                        CountedFact.rows(
                                "permit_application",
                                "permit_application",
                                "permit_application",
                                "received_on",
                                COUNTS),
                        new CountedFact(
                                "bibob_coverage_percentage",
                                "permit_application",
                                "permit_application",
                                "received_on",
                                "(100 * count(*) FILTER (WHERE EXISTS (SELECT FROM bestuurlijk.bibob_screening s"
                                        + " WHERE s.application_number = fact.application_number AND NOT s.is_withdrawn))"
                                        + " / count(*))",
                                COUNTS + " AND kind IN ('catering_new', 'building_large')"),
                        CountedFact.rows(
                                "bibob_screening", "bibob_screening", "bibob_screening", "screened_on", COUNTS),
                        CountedFact.rows(
                                "bibob_deepened",
                                "bibob_screening",
                                "bibob_screening",
                                "screened_on",
                                COUNTS + " AND deepened_on IS NOT NULL"),
                        new CountedFact(
                                "bibob_refused",
                                "bibob_outcome",
                                "bibob_screening",
                                "outcome_on",
                                "count(outcome)",
                                COUNTS + " AND outcome = 'refused'"),
                        new CountedFact(
                                "bibob_not_considered",
                                "bibob_outcome",
                                "bibob_screening",
                                "outcome_on",
                                "count(outcome)",
                                COUNTS + " AND outcome IN ('not_considered', 'withdrawn_by_applicant')"),
                        damocles("closure"),
                        damocles("warning"),
                        damocles("penalty_order"),
                        CountedFact.rows(
                                "street_trade_penalty",
                                "street_trade_penalty",
                                "street_trade_penalty",
                                "imposed_on",
                                COUNTS),
                        CountedFact.rows(
                                "behavioural_order_dwelling",
                                "behavioural_order_dwelling",
                                "behavioural_order",
                                "imposed_on",
                                COUNTS),
                        new CountedFact(
                                "house_ban", "house_ban", "house_ban_count", "month", "sum(imposed_count)", "true"),
                        CountedFact.rows("house_ban_month", "house_ban", "house_ban_count", "month", "true")));
    }

    private static CountedFact damocles(String measure) {
        return CountedFact.rows(
                measure, measure, "damocles_measure", "effective_on", COUNTS + " AND measure = '" + measure + "'");
    }

    /** Deepened and refused in 2023, by whatever date they are counted. */
    @Test
    void countsTheSameByTheDayOfTheScreening() throws SQLException {
        String in2023 = " BETWEEN '2023-01-01' AND '2023-12-31' AND NOT is_withdrawn";
        assertThat(column("SELECT count(*) FROM bestuurlijk.bibob_screening WHERE deepened_on" + in2023))
                .containsExactly("6");
        assertThat(column("SELECT count(*) FROM bestuurlijk.bibob_screening WHERE outcome = 'refused' AND screened_on"
                        + in2023))
                .containsExactly("3");
    }

    @Test
    void doesNotTellHowManyBehaviouralOrdersThereWereIn2023() throws SQLException {
        assertThat(column("SELECT order_count FROM bestuurlijk.behavioural_order WHERE imposed_on < '2024-01-01'"))
                .containsExactly(null, null);
        assertThat(
                        column(
                                "SELECT min(period_from) FROM bestuurlijk.register_period WHERE register = 'behavioural_order'"))
                .containsExactly("2024-01-01");
        assertThat(column("SELECT 1 FROM bestuurlijk.behavioural_order WHERE imposed_on >= '2024-01-01'"
                        + " AND order_count IS NULL"))
                .isEmpty();
    }

    @Test
    void keepsHouseBansToItselfAndTheirCountsRight() throws SQLException {
        String counts = """
                SELECT month || ' ' || imposed_count || ' ' || extended_count FROM bestuurlijk.house_ban_count ORDER BY month""";
        String recounted = """
                SELECT date_trunc('month', imposed_on)::date || ' ' || count(*) || ' ' || count(*) FILTER (WHERE is_extended)
                FROM bestuurlijk.house_ban WHERE NOT is_withdrawn GROUP BY date_trunc('month', imposed_on) ORDER BY 1""";

        assertThat(column(counts)).isNotEmpty().isEqualTo(column(recounted));
        assertThat(column("SELECT 1 FROM pg_publication_tables WHERE tablename = 'house_ban'"))
                .isEmpty();
    }

    @Test
    void recountsHouseBansWhenOneIsWithdrawnMovedOrDeleted() throws SQLException {
        try (Connection connection = owner();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("DELETE FROM bestuurlijk.house_ban");
            assertThat(count(statement)).isEmpty();
            statement.execute("INSERT INTO bestuurlijk.house_ban (imposed_on, ends_on, is_extended, provenance)"
                    + " VALUES ('2025-03-03', '2025-03-13', false, 'demonstration'),"
                    + " ('2025-03-31', '2025-04-28', true, 'demonstration')");
            assertThat(count(statement)).isEqualTo("2025-03-01 2 1");
            statement.execute("UPDATE bestuurlijk.house_ban SET imposed_on = '2025-02-28' WHERE NOT is_extended");
            assertThat(count(statement)).isEqualTo("2025-02-01 1 0, 2025-03-01 1 1");
            statement.execute("UPDATE bestuurlijk.house_ban SET is_withdrawn = true WHERE is_extended");
            assertThat(count(statement)).isEqualTo("2025-02-01 1 0");
            connection.rollback();
        }
    }

    private static String count(Statement statement) throws SQLException {
        try (var result = statement.executeQuery("SELECT coalesce(string_agg(month || ' ' || imposed_count || ' '"
                + " || extended_count, ', ' ORDER BY month), '') FROM bestuurlijk.house_ban_count")) {
            result.next();
            return result.getString(1);
        }
    }

    @Test
    void refersToCasesThatExist() throws SQLException {
        List<String> cases = CaseReference.until(LocalDate.of(2026, 10, 31), SEED).stream()
                .map(reference ->
                        reference.number() + " " + reference.location().number())
                .toList();

        assertThat(column("SELECT case_number || ' ' || location_number FROM bestuurlijk.damocles_measure"
                        + " WHERE case_number IS NOT NULL"))
                .isNotEmpty()
                .isSubsetOf(cases);
    }

    @Test
    void knowsReportsUnderReviewAndPremisesThatReopened() throws SQLException {
        assertThat(column("SELECT DISTINCT status FROM bestuurlijk.damocles_measure"))
                .containsExactlyInAnyOrder("under_review", "in_force", "ended");
        assertThat(column("SELECT 1 FROM bestuurlijk.damocles_measure WHERE reopened_on IS NOT NULL"
                        + " AND measure <> 'closure'"))
                .isEmpty();
        assertThat(column("SELECT 1 FROM bestuurlijk.damocles_measure WHERE is_withdrawn"))
                .isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "permit_application_bibob_where_required | UPDATE bestuurlijk.permit_application SET is_bibob_required = false",
                "permit_application_decided_when_done | UPDATE bestuurlijk.permit_application SET decided_on = NULL",
                "bibob_screening_once | UPDATE bestuurlijk.bibob_screening SET is_withdrawn = false",
                "bibob_screening_outcome_dated | UPDATE bestuurlijk.bibob_screening SET outcome_on = NULL",
                "damocles_measure_dated_by_status | UPDATE bestuurlijk.damocles_measure SET status = 'under_review'",
                "street_trade_penalty_dated_by_status | UPDATE bestuurlijk.street_trade_penalty SET forfeited_on = NULL",
                "behavioural_order_order_count_positive | UPDATE bestuurlijk.behavioural_order SET order_count = 0",
                "house_ban_count_municipality_only | UPDATE bestuurlijk.house_ban_count SET buurt_code = 'BU09350000'",
                "house_ban_ends_later | UPDATE bestuurlijk.house_ban SET ends_on = imposed_on"
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
