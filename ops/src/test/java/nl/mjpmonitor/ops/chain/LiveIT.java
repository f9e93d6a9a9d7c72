package nl.mjpmonitor.ops.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.mjpmonitor.ops.launcher.Stack;
import nl.mjpmonitor.ops.sources.live.LiveSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the users of the source systems do arrives, all of it. */
@ExtendWith(RunningStack.class)
class LiveIT {

    private static final int CHANGES_PER_MINUTE = 1_200;

    private final Stack stack;

    LiveIT(Stack stack) {
        this.stack = stack;
    }

    @Test
    void whatTheUsersOfEverySystemDoArrives() throws Exception {
        List<String> systems = LiveSource.all().stream().map(LiveSource::system).toList();
        Map<String, Long> before = changed(systems);

        stack.startLive(CHANGES_PER_MINUTE);
        try {
            Until.holds(() -> {
                Map<String, Long> now = changed(systems);
                assertThat(systems)
                        .allSatisfy(
                                system -> assertThat(now.get(system)).as(system).isNotEqualTo(before.get(system)));
            });
        } finally {
            stack.stopLive();
        }

        for (String system : systems) {
            stack.awaitFigures(system);
        }
        try (PoliceRegister register = new PoliceRegister(stack)) {
            new Arrived(stack).equals(register);
        }
    }

    /** How many rows of each system were added or changed; the beats of its heart are nobody's work. */
    private Map<String, Long> changed(List<String> systems) throws SQLException {
        Map<String, Long> changed = new TreeMap<>();
        for (String system : systems) {
            try (Connection connection = stack.source(system);
                    Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery(
                            "SELECT sum(n_tup_ins + n_tup_upd) FROM pg_stat_user_tables WHERE relname <> 'heartbeat'")) {
                rows.next();
                changed.put(system, rows.getLong(1));
            }
        }
        return changed;
    }
}
