package nl.mjpmonitor.ops.sources.oov;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import nl.mjpmonitor.ops.sources.CountedFact;
import nl.mjpmonitor.ops.sources.SourceSystemContract;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OovSystemIT extends SourceSystemContract {
    private static final String COUNTS = "NOT is_withdrawn";
    private static final String ASSESSED = COUNTS + " AND definition = 'announced_and_assessed'";
    private static final String HELD = COUNTS + " AND status = 'held'";

    OovSystemIT() {
        super(
                new OovSystem(CLOCK),
                List.of(
                        CountedFact.rows("demonstration", "demonstration", "demonstration", "assessed_on", ASSESSED),
                        CountedFact.rows(
                                "demonstration_all",
                                "demonstration_all",
                                "demonstration",
                                "held_on",
                                COUNTS + " AND definition = 'all'"),
                        CountedFact.rows(
                                "demonstration_larger",
                                "demonstration",
                                "demonstration",
                                "assessed_on",
                                ASSESSED + " AND size = 'larger'"),
                        CountedFact.rows(
                                "demonstration_restricted",
                                "demonstration",
                                "demonstration",
                                "assessed_on",
                                ASSESSED + " AND is_restricted"),
                        new CountedFact(
                                "demonstration_small_percentage",
                                "demonstration",
                                "demonstration",
                                "assessed_on",
                                "round(100.0 * count(*) FILTER (WHERE size = 'small') / count(*))",
                                ASSESSED),
                        CountedFact.rows(
                                "event_application", "event_application", "event_application", "assessed_on", COUNTS),
                        new CountedFact(
                                "event_year",
                                "event_application",
                                "event_year",
                                "counted_on",
                                "sum(event_count)",
                                COUNTS + " AND is_approximate"),
                        CountedFact.rows(
                                "event_safety_round", "event_safety_round", "event_safety_round", "held_on", HELD),
                        CountedFact.rows(
                                "incident", "incident", "incident", "happened_on", COUNTS + " AND is_aov_deployed"),
                        CountedFact.rows(
                                "football_match",
                                "football_match",
                                "football_match",
                                "played_on",
                                COUNTS + " AND status = 'played' AND match_category <> 'b_plus'"),
                        CountedFact.rows(
                                "football_risk_match",
                                "football_risk_match",
                                "football_match",
                                "played_on",
                                COUNTS + " AND status = 'played' AND match_category = 'b_plus'"),
                        CountedFact.rows("cmt_day", "cmt_day", "cmt_day", "held_on", COUNTS),
                        CountedFact.rows("cmt_event", "cmt_event", "cmt_event", "started_on", COUNTS),
                        consultation("vrzl_refugees"),
                        consultation("azc"),
                        consultation("vrzl_board"),
                        consultation("kvo"),
                        rule("announcement_hours"),
                        rule("football_match_categories"),
                        rule("away_supporter_ban_seasons"),
                        rule("kvo_consultations_a_year"),
                        CountedFact.rows(
                                "kvo_certificate",
                                "milestone",
                                "milestone",
                                "reached_on",
                                COUNTS + " AND milestone_code = 'kvo_certificate'"),
                        CountedFact.rows("milestone", "milestone", "milestone", "reached_on", COUNTS)));
    }

    private static CountedFact consultation(String kind) {
        return CountedFact.rows(
                "consultation_" + kind, "consultation", "consultation", "held_on", HELD + " AND kind = '" + kind + "'");
    }

    private static CountedFact rule(String code) {
        return new CountedFact(
                code, "standing_rule", "standing_rule", "valid_from", "max(rule_value)", "rule_code = '" + code + "'");
    }

    @Override
    protected List<String> endedRegisters() {
        return List.of("demonstration_all");
    }

    /** Of demonstrations up to 2022 only their number is known. */
    @Test
    void keepsTheTwoDefinitionsOfDemonstrationsApart() throws SQLException {
        assertThat(column("SELECT DISTINCT extract(year FROM held_on) FROM oov.demonstration WHERE definition = 'all'"))
                .containsExactlyInAnyOrder("2017", "2021");
        assertThat(
                        column(
                                "SELECT 1 FROM oov.demonstration WHERE definition = 'all'"
                                        + " AND num_nonnulls(announced_on, is_announced_in_time, assessed_on, size, is_restricted) > 0"))
                .isEmpty();
        assertThat(column("SELECT min(assessed_on) >= '2023-01-01' FROM oov.demonstration"))
                .containsExactly("t");
        assertThat(
                        column(
                                "SELECT register FROM oov.register_period WHERE '2022-05-01' BETWEEN period_from AND period_to"))
                .isEmpty();
    }

    /** More demonstrations were restricted than were larger: the two are not the same. */
    @Test
    void restrictsSmallDemonstrationsToo() throws SQLException {
        assertThat(column("SELECT count(*) FROM oov.demonstration WHERE NOT is_withdrawn AND is_restricted"
                        + " AND size = 'small' AND assessed_on BETWEEN '2023-01-01' AND '2023-12-31'"))
                .containsExactly("5");
    }

    @Test
    void knowsWhatWasCancelledPostponedOrWithdrawn() throws SQLException {
        assertThat(column("SELECT DISTINCT status FROM oov.demonstration")).contains("held", "cancelled");
        assertThat(column("SELECT DISTINCT status FROM oov.event_application"))
                .contains("received", "assessed", "granted", "refused", "cancelled");
        assertThat(column("SELECT DISTINCT status FROM oov.event_safety_round"))
                .containsExactlyInAnyOrder("held", "cancelled");
        assertThat(column("SELECT DISTINCT status FROM oov.football_match"))
                .containsExactlyInAnyOrder("played", "postponed");
        assertThat(column("SELECT DISTINCT status FROM oov.consultation"))
                .containsExactlyInAnyOrder("held", "cancelled");
        assertThat(column("SELECT count(*) > 0 FROM oov.incident WHERE is_withdrawn"))
                .containsExactly("t");
        assertThat(column("SELECT count(*) > 50 FROM oov.incident WHERE NOT is_aov_deployed"))
                .containsExactly("t");
    }

    @Test
    void linksEventsToTheCalendar() throws SQLException {
        assertThat(column(
                        "SELECT count(*) > 10 FROM oov.event_application JOIN oov.calendar_period USING (calendar_code)"
                                + " WHERE held_on BETWEEN started_on AND ends_on"))
                .containsExactly("t");
        assertThat(column("SELECT 1 FROM oov.event_application WHERE calendar_code IS NOT NULL AND held_on IS NOT NULL"
                        + " AND NOT EXISTS (SELECT FROM oov.calendar_period calendar"
                        + " WHERE calendar.calendar_code = event_application.calendar_code"
                        + " AND held_on BETWEEN started_on AND ends_on)"))
                .isEmpty();
    }

    /** All events of a year are not the applications that were assessed. */
    @Test
    void marksTheExpectedEventsOfAYearAsAnEstimate() throws SQLException {
        assertThat(column("SELECT concat_ws(' ', counted_on, event_count, is_approximate) FROM oov.event_year"
                        + " WHERE basis = 'expected'"))
                .containsExactly("2022-12-31 600 t");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "demonstration_dated_by_definition | UPDATE oov.demonstration SET assessed_on = NULL",
                "demonstration_held_by_status | UPDATE oov.demonstration SET status = 'cancelled'",
                "event_application_assessed_by_status | UPDATE oov.event_application SET status = 'received'",
                "event_application_held_when_granted | UPDATE oov.event_application SET status = 'refused' WHERE held_on IS NOT NULL",
                "event_safety_round_findings_when_held | UPDATE oov.event_safety_round SET has_findings = NULL",
                "incident_grip_level_exists | UPDATE oov.incident SET grip_level = 5",
                "incident_closed_by_status | UPDATE oov.incident SET status = 'open'",
                "football_match_in_season | UPDATE oov.football_match SET season = '2019-2020'",
                "football_match_orderly_when_postponed | UPDATE oov.football_match SET is_disorderly = true",
                "cmt_day_once | INSERT INTO oov.cmt_day (cmt_event_code, calendar_code, held_on, provenance)"
                        + " SELECT cmt_event_code, calendar_code, held_on, provenance FROM oov.cmt_day",
                "calendar_period_in_order | UPDATE oov.calendar_period SET ends_on = started_on - 1",
                "milestone_reached_dated | UPDATE oov.milestone SET reached_on = NULL"
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
