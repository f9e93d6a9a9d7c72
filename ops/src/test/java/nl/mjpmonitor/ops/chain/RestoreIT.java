package nl.mjpmonitor.ops.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import nl.mjpmonitor.ops.launcher.LauncherException;
import nl.mjpmonitor.ops.launcher.Stack;
import nl.mjpmonitor.warehouse.WarehouseConnection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whatever the stream goes on from, rows and counts are those of the source, and what was known at any moment stays what it was. */
@ExtendWith(RunningStack.class)
class RestoreIT {

    private static final String SYSTEM = "politiecijfers";
    private static final String PICKPOCKETING = "A40";
    private static final String WYCK = "BU09350006";
    private static final String BINNENSTAD = "BU09350000";
    private static final String FIRST_NEIGHBOUR = "BU09350001";
    private static final String SECOND_NEIGHBOUR = "BU09350002";
    private static final LocalDate MONTH = LocalDate.of(2012, 1, 1);

    /** What was known of a month, moment by moment. */
    private static final String STANDS = """
            SELECT concat(measure, ' ', area_code, ' ', toString(known_at), ' ',
                toString(argMax((count, unknown_count), change_count)), ' ', toString(max(change_count))) AS stand
            FROM mart.monthly_count
            WHERE month = '2012-01-01'
            GROUP BY measure, area_code, known_at
            ORDER BY stand""";

    private final Stack stack;
    private PoliceRegister register;

    RestoreIT(Stack stack) {
        this.stack = stack;
    }

    @BeforeEach
    void connect() throws Exception {
        register = new PoliceRegister(stack);
    }

    @AfterEach
    void leaveNothingBehind() throws Exception {
        register.execute("DELETE FROM politie.registration WHERE month < '2018-01-01'");
        register.close();
    }

    @Test
    void theStreamGoesOnFromASavepoint() throws Exception {
        long changed = register.add(PICKPOCKETING, WYCK, MONTH, 3);
        long removed = register.add(PICKPOCKETING, BINNENSTAD, MONTH, 4);
        awaitEqual();
        String savepoint = stack.savepoint();

        changeEverything(changed, removed);
        List<String> stands = stands();
        stack.restartStream(savepoint);

        JsonNode restored = restored();
        assertThat(restored.path("is_savepoint").asBoolean()).isTrue();
        assertThat(URI.create(restored.path("external_path").asString()).getPath())
                .isEqualTo(URI.create(savepoint).getPath());
        awaitProcessed(changed);
        assertThat(stands()).containsAll(stands);
    }

    @Test
    void theStreamStartsOverFromNothing() throws Exception {
        long changed = register.add(PICKPOCKETING, WYCK, MONTH, 3);
        long removed = register.add(PICKPOCKETING, BINNENSTAD, MONTH, 4);
        awaitEqual();
        changeEverything(changed, removed);
        List<String> stands = stands();

        stack.restartStream("none");

        assertThat(restored().isMissingNode() || restored().isNull())
                .as("starts without a checkpoint")
                .isTrue();
        awaitProcessed(changed);
        assertThat(stands()).containsAll(stands);
    }

    @Test
    void aSavepointThatIsNoneIsRefusedAndTheStreamGoesOn() throws Exception {
        OptionalLong process = stack.pid("flink");

        assertThatThrownBy(() -> stack.restartStream("/no/such/savepoint"))
                .isInstanceOf(LauncherException.class)
                .hasMessageContaining("holds no savepoint");

        assertThat(stack.pid("flink")).isEqualTo(process);
        awaitProcessed(register.add(PICKPOCKETING, WYCK, MONTH, 3));
    }

    /** A correction, a deletion, a move, a new key and a new row. */
    private void changeEverything(long changed, long removed) throws Exception {
        register.restate(changed, 30);
        register.remove(removed);
        long moved = register.add(PICKPOCKETING, FIRST_NEIGHBOUR, MONTH, 5);
        awaitEqual();
        register.move(moved, SECOND_NEIGHBOUR);
        register.renumber(moved, moved + 3_000_000);
        awaitEqual();
    }

    /** Changes a row once more, so that what is compared has been read after the restart. */
    private void awaitProcessed(long registration) throws Exception {
        register.restate(registration, 31);
        awaitEqual();
    }

    private void awaitEqual() throws Exception {
        Until.holds(() -> assertThat(stack.differences(SYSTEM)).isEmpty());
    }

    private List<String> stands() throws Exception {
        try (WarehouseConnection warehouse = stack.warehouseConnection()) {
            return warehouse.query("What was known of a month", STANDS, Map.of(), row -> row.getString("stand"));
        }
    }

    /** What the running job was restored from. */
    private JsonNode restored() throws Exception {
        String job = flink("/jobs/overview")
                .path("jobs")
                .valueStream()
                .filter(each -> each.path("state").asString().equals("RUNNING"))
                .map(each -> each.path("jid").asString())
                .findFirst()
                .orElseThrow();
        return flink("/jobs/%s/checkpoints".formatted(job)).path("latest").path("restored");
    }

    private JsonNode flink(String path) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request =
                    HttpRequest.newBuilder(stack.flinkAddress().resolve(path)).build();
            return JsonMapper.shared()
                    .readTree(client.send(request, HttpResponse.BodyHandlers.ofString())
                            .body());
        }
    }
}
