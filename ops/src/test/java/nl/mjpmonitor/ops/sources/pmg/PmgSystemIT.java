package nl.mjpmonitor.ops.sources.pmg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import nl.mjpmonitor.ops.sources.CountedFact;
import nl.mjpmonitor.ops.sources.SourceSystemContract;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PmgSystemIT extends SourceSystemContract {
    private static final String COUNTS = "NOT is_withdrawn";

    PmgSystemIT() {
        super(
                new PmgSystem(CLOCK),
                List.of(
                        CountedFact.rows("action", "action", "action", "planned_on", COUNTS),
                        CountedFact.rows("action_started", "action", "action", "started_on", COUNTS),
                        CountedFact.rows(
                                "action_completed", "action", "action", "completed_on", COUNTS + " AND state = 'done'"),
                        CountedFact.rows("milestone_reached", "milestone", "milestone", "reached_on", COUNTS),
                        CountedFact.rows("milestone_moved", "milestone", "milestone", "moved_on", COUNTS),
                        CountedFact.rows("front", "front", "front", "first_impact_on", "true"),
                        CountedFact.rows("reach_row", "reach", "reach_count", "month", COUNTS),
                        CountedFact.rows("presence_row", "presence_hours", "presence_hours", "month", COUNTS),
                        CountedFact.rows("communication_row", "communication", "communication_count", "month", COUNTS),
                        new CountedFact(
                                "youth_group_signal",
                                "youth_group_signal",
                                "youth_group_signal_count",
                                "month",
                                "coalesce(sum(signal_count), 0)",
                                COUNTS),
                        CountedFact.rows(
                                "youth_group_signal_row",
                                "youth_group_signal",
                                "youth_group_signal_count",
                                "month",
                                COUNTS),
                        new CountedFact(
                                "budget.spuk_2023",
                                "",
                                "grant_budget",
                                "valid_from",
                                "sum(amount_in_euros)",
                                COUNTS + " AND scheme = 'spuk_2023'"),
                        CountedFact.rows("spending_row", "spending", "spending", "month", COUNTS)));
    }

    @Test
    void keptARegisterOfYouthGroupsWhenThereWereNoSignals() throws SQLException {
        assertThat(column("SELECT period_from || ' ' || period_to || ' ' || provenance FROM pmg.register_period"
                        + " WHERE register = 'youth_group_signal' ORDER BY period_from"))
                .containsExactly("2022-01-01 2022-12-01 published_year", "2024-01-01 2026-10-01 demonstration");
    }

    /** Half of the year before is for half a year: no cut. */
    @Test
    void saysForWhichPeriodAnAmountIs() throws SQLException {
        assertThat(column("SELECT concat_ws(' ', scheme, budget_year, valid_from, valid_to,"
                        + " coalesce(amount_in_euros::text, 'unknown')) FROM pmg.grant_budget ORDER BY valid_from"))
                .containsExactly(
                        "spuk_2023 2024 2024-01-01 2024-12-31 unknown",
                        "spuk_2023 2025 2025-01-01 2025-12-31 1550000",
                        "spuk_2023 2026 2026-01-01 2026-06-30 775000",
                        "spuk_2026 2026-06-01 2029-12-31 unknown");
        assertThat(column("SELECT gazette || ' ' || valid_from || ' ' || valid_to FROM pmg.grant_scheme"
                        + " WHERE valid_from IS NOT NULL"))
                .containsExactly("Stcrt. 2025, 31991 2026-06-01 2029-12-31");
    }

    @Test
    void spendsNoMoreThanWasAwarded() throws SQLException {
        assertThat(column("SELECT sum(amount_in_euros) BETWEEN 0.85 * 1550000 AND 1550000 FROM pmg.spending"
                        + " WHERE NOT is_withdrawn AND month BETWEEN '2025-01-01' AND '2025-12-01'"))
                .containsExactly("t");
        assertThat(column("SELECT sum(amount_in_euros) BETWEEN 0.85 * 775000 AND 775000 FROM pmg.spending"
                        + " WHERE NOT is_withdrawn AND month >= '2026-01-01' AND scheme = 'spuk_2023'"))
                .containsExactly("t");
        assertThat(column("SELECT month FROM pmg.spending WHERE NOT is_withdrawn GROUP BY month, front_code"
                        + " HAVING sum(amount_in_euros) <= 0"))
                .isEmpty();
        assertThat(column(
                        "SELECT DISTINCT month FROM pmg.spending WHERE scheme = 'spuk_2026' AND month < '2026-07-01'"))
                .isEmpty();
        assertThat(column("SELECT DISTINCT kind || ' ' || (amount_in_euros < 0) FROM pmg.spending ORDER BY 1"))
                .containsExactly("booking false", "correction true");
    }

    @Test
    void knowsEveryStateOfActionsAndMilestones() throws SQLException {
        assertThat(column("SELECT DISTINCT state FROM pmg.action"))
                .containsExactlyInAnyOrder("planned", "running", "done", "cancelled");
        assertThat(column("SELECT DISTINCT state FROM pmg.milestone")).contains("open", "reached");
        assertThat(column("SELECT 1 FROM pmg.milestone WHERE move_count > 0 AND due_on > first_due_on"))
                .isNotEmpty();
        assertThat(column("SELECT DISTINCT front_code FROM pmg.action")).hasSize(4);
    }

    @Test
    void countsHowOftenAMilestoneIsMoved() throws SQLException {
        try (Connection connection = owner();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            String one = " WHERE milestone_id = (SELECT min(milestone_id) FROM pmg.milestone WHERE move_count = 0)";
            try (ResultSet moved = statement.executeQuery("UPDATE pmg.milestone SET due_on = due_on + 30" + one
                    + " RETURNING move_count || ' ' || (moved_on = current_date) || ' ' || (due_on - first_due_on)")) {
                moved.next();
                assertThat(moved.getString(1)).isEqualTo("1 true 30");
            }
            connection.rollback();
        }
    }

    @Test
    void doesNotYetKnowWhatIsDeliveredLate() throws SQLException {
        assertThat(column("SELECT DISTINCT month FROM pmg.reach_count WHERE contact_count IS NULL"))
                .allMatch(month -> month.compareTo("2026-08-01") >= 0);
        assertThat(column("SELECT 1 FROM pmg.reach_count WHERE is_approximate AND contact_count % 10 <> 0"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "action_dated_by_state | UPDATE pmg.action SET state = 'planned'",
                "action_days_in_order | UPDATE pmg.action SET started_on = planned_on - 1 WHERE started_on IS NOT NULL",
                "milestone_reached_when_dated | UPDATE pmg.milestone SET reached_on = NULL",
                "milestone_moved_when_dated | UPDATE pmg.milestone SET moved_on = NULL",
                "milestone_unmoved_as_planned | UPDATE pmg.milestone SET first_due_on = first_due_on + 1 WHERE move_count = 0",
                "grant_budget_within_its_year | UPDATE pmg.grant_budget SET budget_year = 2027",
                "grant_budget_days_in_order | UPDATE pmg.grant_budget SET valid_to = valid_from - 1 WHERE budget_year IS NULL",
                "spending_corrects_an_earlier_month | UPDATE pmg.spending SET corrected_month = NULL",
                "reach_count_month_first_day | UPDATE pmg.reach_count SET month = month + 1",
                "presence_hours_hour_count_not_negative | UPDATE pmg.presence_hours SET hour_count = -1"
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
