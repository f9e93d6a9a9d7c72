package nl.mjpmonitor.ops.bench;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import nl.mjpmonitor.ops.launcher.Stack;
import tools.jackson.databind.json.JsonMapper;

/** Asks the API for a year of one indicator in which one registration counts. */
final class ApiQuestion implements FreshnessProbe.Question {

    private static final String SERIES =
            "/api/v1/indicatoren/zakkenrollerij/reeks?gebied=GM0935&korrel=jaar&van=2023&tot=2023";
    private static final String CELL = "police_class = 'A40' AND area_code = 'BU09350000' AND month = '2023-12-01'";

    private final HttpClient client = HttpClient.newHttpClient();
    private final Stack stack;

    ApiQuestion(Stack stack) {
        this.stack = stack;
    }

    /** Key of the registration that it sees. */
    static long registration(Connection source) throws SQLException {
        try (Statement statement = source.createStatement();
                ResultSet found =
                        statement.executeQuery("SELECT registration_id FROM politie.registration WHERE " + CELL)) {
            if (!found.next()) {
                throw new IllegalStateException("The demo data has no registration where " + CELL);
            }
            return found.getLong(1);
        }
    }

    @Override
    public long ask() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(stack.dashboardAddress().resolve(SERIES))
                .header("Authorization", "Bearer " + stack.accounts().getFirst().token())
                .build();
        return JsonMapper.shared()
                .readTree(client.send(request, HttpResponse.BodyHandlers.ofString())
                        .body())
                .path("punten")
                .path(0)
                .path("waarde")
                .asLong();
    }
}
