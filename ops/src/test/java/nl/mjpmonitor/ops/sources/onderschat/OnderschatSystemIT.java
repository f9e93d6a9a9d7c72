package nl.mjpmonitor.ops.sources.onderschat;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import nl.mjpmonitor.ops.sources.CountedFact;
import nl.mjpmonitor.ops.sources.SourceSystemContract;
import org.junit.jupiter.api.Test;

class OnderschatSystemIT extends SourceSystemContract {
    private static final String COUNTS = "NOT is_withdrawn";

    OnderschatSystemIT() {
        super(
                new OnderschatSystem(CLOCK),
                List.of(
                        CountedFact.rows(
                                "action_day", "action_day", "action_day", "action_on", COUNTS + " AND status = 'held'"),
                        new CountedFact(
                                "conversation",
                                "conversation",
                                "conversation_count",
                                "action_on",
                                "sum(conversation_count)",
                                COUNTS + " AND audience = 'residents'"),
                        CountedFact.rows(
                                "conversation_row",
                                "conversation",
                                "conversation_count",
                                "action_on",
                                COUNTS + " AND audience = 'residents'"),
                        CountedFact.rows(
                                "professional_conversation_row",
                                "professional_conversation",
                                "conversation_count",
                                "action_on",
                                COUNTS + " AND audience = 'professionals'"),
                        CountedFact.rows("passed_signal", "passed_signal", "passed_signal", "passed_on", COUNTS)));
    }

    @Test
    void knowsDaysThatWereCancelledAndGaveNothing() throws SQLException {
        assertThat(column("SELECT count(*) FROM onderschat.action_day WHERE status = 'cancelled'"
                        + " AND action_on BETWEEN '2023-01-01' AND '2023-12-31'"))
                .containsExactly("3");
        assertThat(column(
                        "SELECT day_number FROM onderschat.action_day JOIN onderschat.conversation_count USING (day_number)"
                                + " WHERE status <> 'held'"))
                .isEmpty();
    }

    @Test
    void goesOutLessOftenAfterThePilot() throws SQLException {
        assertThat(column("SELECT count(*) < 33 FROM onderschat.action_day WHERE status = 'held'"
                        + " AND action_on BETWEEN '2024-01-01' AND '2024-12-31'"))
                .containsExactly("t");
    }

    @Test
    void marksCountsThatAreEstimates() throws SQLException {
        assertThat(column("SELECT count(*) > 0 FROM onderschat.conversation_count WHERE is_approximate"))
                .containsExactly("t");
        assertThat(
                        column(
                                "SELECT 1 FROM onderschat.conversation_count WHERE is_approximate AND action_on < '2024-01-01'"))
                .isEmpty();
    }
}
