package nl.mjpmonitor.ops.sources.melddesk;

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

class MelddeskSystemIT extends SourceSystemContract {
    private static final String COUNTS = "NOT is_withdrawn";
    private static final String IN_2023 = " BETWEEN '2023-01-01' AND '2023-12-31'";

    MelddeskSystemIT() {
        super(
                new MelddeskSystem(CLOCK),
                List.of(
                        CountedFact.rows("report", "report", "report", "happened_on", COUNTS + " AND NOT is_merged"),
                        CountedFact.rows("screening", "screening", "screening", "screened_on", COUNTS),
                        CountedFact.rows("hotspot", "hotspot", "hotspot", "identified_on", COUNTS),
                        CountedFact.rows(
                                "hotspot_liveability",
                                "hotspot",
                                "hotspot",
                                "identified_on",
                                COUNTS + " AND outcome = 'leefbaarheid'"),
                        CountedFact.rows(
                                "hotspot_safety",
                                "hotspot",
                                "hotspot",
                                "identified_on",
                                COUNTS + " AND outcome = 'veiligheid' AND lead = 'oov'"),
                        CountedFact.rows(
                                "hotspot_dwelling",
                                "hotspot",
                                "hotspot",
                                "identified_on",
                                COUNTS + " AND origin = 'dwelling'"),
                        new CountedFact(
                                "potential_hotspot",
                                "potential_hotspot",
                                "hotspot",
                                "detected_on",
                                "count(detected_on)",
                                COUNTS),
                        CountedFact.rows("hotspot_plan", "hotspot_plan", "hotspot_plan", "started_on", COUNTS),
                        new CountedFact(
                                "behavioural_order_request",
                                "behavioural_order_request",
                                "dwelling_nuisance_case",
                                "order_requested_on",
                                "count(order_requested_on)",
                                COUNTS),
                        group("mosae_forum"),
                        group("rough_sleepers"),
                        CountedFact.rows(
                                "milestone",
                                "milestone",
                                "milestone",
                                "reached_on",
                                COUNTS + " AND status = 'reached'"),
                        CountedFact.rows(
                                "dwelling_nuisance_case",
                                "dwelling_nuisance_case",
                                "dwelling_nuisance_case",
                                "started_on",
                                COUNTS)));
    }

    private static CountedFact group(String code) {
        return new CountedFact(
                "group_" + code,
                "group_size",
                "group_size",
                "counted_on",
                "sum(person_count)",
                COUNTS + " AND group_code = '" + code + "'");
    }

    /** 16 were identified in a year, 15 tackled jointly in two: other definitions, which must not be one series. */
    @Test
    void keepsTheThreeCountsOfHotspotsApart() throws SQLException {
        assertThat(column("SELECT count(*) FROM melddesk.hotspot_plan JOIN melddesk.hotspot USING (hotspot_number)"
                        + " WHERE origin = 'dwelling' OR outcome <> 'veiligheid' OR started_on < identified_on"))
                .containsExactly("0");
        assertThat(column(
                        "SELECT count(*) FROM melddesk.hotspot WHERE outcome = 'veiligheid' AND origin = 'public_space'"
                                + " AND NOT is_withdrawn AND identified_on" + IN_2023))
                .containsExactly("7");
        assertThat(column(
                        "SELECT count(*) FROM melddesk.dwelling_nuisance_case JOIN melddesk.hotspot USING (hotspot_number)"
                                + " WHERE origin = 'dwelling' AND identified_on" + IN_2023
                                + " AND order_requested_on IS NOT NULL"))
                .containsExactly("2");
    }

    @Test
    void saysWhichScreeningsWereRounded() throws SQLException {
        assertThat(
                        column(
                                "SELECT DISTINCT is_approximate || ' ' || (screened_on < '2024-10-01') FROM melddesk.screening"))
                .containsExactlyInAnyOrder("true true", "false false");
    }

    @Test
    void screensPeopleAndDrugsOnlyAndNothingTwice() throws SQLException {
        assertThat(
                        column(
                                "SELECT DISTINCT report.category FROM melddesk.screening JOIN melddesk.report USING (report_number)"))
                .containsExactlyInAnyOrder("persons", "drugs");
        assertThat(column("SELECT 1 FROM melddesk.screening JOIN melddesk.report USING (report_number)"
                        + " WHERE report.is_merged OR report.is_withdrawn OR screened_on < received_at::date"))
                .isEmpty();
    }

    @Test
    void knowsReportsInEveryStateLateOnesDuplicatesAndCorrections() throws SQLException {
        assertThat(column("SELECT DISTINCT status FROM melddesk.report"))
                .containsExactlyInAnyOrder("received", "screened", "assigned", "closed");
        assertThat(column("SELECT count(*) > 100 FROM melddesk.report"
                        + " WHERE date_trunc('month', received_at) > date_trunc('month', happened_on)"
                        + " AND received_at::date - happened_on > 7"))
                .containsExactly("t");
        assertThat(column("SELECT count(*) > 100 FROM melddesk.report WHERE is_merged"))
                .containsExactly("t");
        assertThat(column("SELECT count(*) > 100 FROM melddesk.report WHERE is_withdrawn"))
                .containsExactly("t");
        assertThat(column("SELECT field FROM melddesk.report_correction GROUP BY field HAVING count(*) > 100"))
                .containsExactlyInAnyOrder("category", "buurt_code");
    }

    @Test
    void mergesIntoALiveReportOfTheSameDayAndPlace() throws SQLException {
        assertThat(column("SELECT 1 FROM melddesk.report merged"
                        + " JOIN melddesk.report original ON original.report_number = merged.merged_into_number"
                        + " WHERE original.is_merged OR original.is_withdrawn"
                        + " OR original.happened_on <> merged.happened_on"
                        + " OR original.location_number IS DISTINCT FROM merged.location_number"))
                .isEmpty();
    }

    /** A correction tells what the report holds now. */
    @Test
    void holdsWhatWasPutRight() throws SQLException {
        assertThat(column("SELECT 1 FROM melddesk.report_correction JOIN melddesk.report USING (report_number)"
                        + " WHERE to_code <> CASE field WHEN 'category' THEN category ELSE buurt_code END"))
                .isEmpty();
    }

    @Test
    void bringsHotspotsToEveryEnd() throws SQLException {
        assertThat(column("SELECT DISTINCT status FROM melddesk.hotspot WHERE NOT is_withdrawn"))
                .contains("dismissed", "monitoring", "stopped", "manageable", "running");
        assertThat(column("SELECT 1 FROM melddesk.screening JOIN melddesk.hotspot USING (hotspot_number)"
                        + " JOIN melddesk.report USING (report_number)"
                        + " WHERE report.location_number IS DISTINCT FROM hotspot.location_number"))
                .isEmpty();
    }

    @Test
    void doesNotTellThatSkaeveHuseWasReached() throws SQLException {
        assertThat(column("SELECT status || coalesce(reached_on::text, '') FROM melddesk.milestone"
                        + " WHERE milestone_code = 'skaeve_huse'"))
                .containsExactly("planned");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "report_received_after_it_happened | UPDATE melddesk.report SET happened_on = '2099-01-01'",
                "report_merged_into_another | UPDATE melddesk.report SET is_merged = true",
                "report_merged_into_another | UPDATE melddesk.report SET is_merged = true, merged_into_number = report_number",
                "report_closed_dated | UPDATE melddesk.report SET closed_on = NULL",
                "report_category_known | UPDATE melddesk.report SET category = 'dogs'",
                "screening_once | INSERT INTO melddesk.screening (report_number, screened_on, category, is_repeated,"
                        + " is_prolonged, is_drug_related, is_intimidating, result, buurt_code, provenance)"
                        + " SELECT report_number, screened_on, category, false, false, false, false, 'none', buurt_code,"
                        + " provenance FROM melddesk.screening",
                "screening_hotspot_when_indicated | UPDATE melddesk.screening SET result = 'none'",
                "hotspot_outcome_dated | UPDATE melddesk.hotspot SET outcome = NULL",
                "hotspot_lead_by_outcome | UPDATE melddesk.hotspot SET lead = 'lwa' WHERE outcome = 'veiligheid'",
                "hotspot_in_order | UPDATE melddesk.hotspot SET detected_on = '2099-01-01'",
                "hotspot_plan_result_dated | UPDATE melddesk.hotspot_plan SET result = NULL",
                "dwelling_nuisance_case_closed_by_status | UPDATE melddesk.dwelling_nuisance_case SET status = 'open'",
                "milestone_reached_dated | UPDATE melddesk.milestone SET reached_on = NULL"
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
