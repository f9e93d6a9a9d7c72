package nl.mjpmonitor.ops.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.mjpmonitor.ops.launcher.Stack;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The figures that the municipality published come out of the API as printed, and follow the source. */
@ExtendWith(RunningStack.class)
class ApiIT {

    /** HIC and VVC tables of the Uitvoeringsplan 2024, 2019-2023; -1 is the cell whose value the print leaves open. */
    private static final Map<String, List<Integer>> PUBLISHED = Map.of(
            "woninginbraak", List.of(357, 222, 130, 167, 193),
            "overval-bedrijf", List.of(6, 2, -1, 3, 1),
            "overval-woning", List.of(6, 3, 2, 1, 4),
            "straatroof", List.of(38, 34, 27, 21, 26),
            "diefstal-uit-motorvoertuig", List.of(529, 231, 306, 535, 413),
            "fietsdiefstal", List.of(1596, 1013, 828, 1135, 1169),
            "openlijk-geweld", List.of(44, 26, 36, 29, 27),
            "vernieling", List.of(777, 680, 632, 659, 648),
            "zakkenrollerij", List.of(434, 227, 195, 312, 341));

    private final Stack stack;
    private final HttpClient client = HttpClient.newHttpClient();

    ApiIT(Stack stack) {
        this.stack = stack;
    }

    @TestFactory
    Stream<DynamicTest> publishedFigures() {
        return PUBLISHED.keySet().stream()
                .sorted()
                .map(indicator -> DynamicTest.dynamicTest(
                        indicator, () -> assertThat(years(indicator)).isEqualTo(PUBLISHED.get(indicator))));
    }

    @Test
    void aChangeAtTheSourceIsInTheNextAnswers() throws Exception {
        try (PoliceRegister register = new PoliceRegister(stack)) {
            long registration = register.idOf("A40", "BU09350000", LocalDate.of(2023, 12, 1));
            int before = register.countOf(registration);
            register.restate(registration, before + 7);
            Until.holds(() -> assertThat(years("zakkenrollerij").getLast()).isEqualTo(348));
            register.restate(registration, before);
            Until.holds(() -> assertThat(years("zakkenrollerij").getLast()).isEqualTo(341));
        }
    }

    @Test
    void withoutATokenThereIsNoAnswer() throws Exception {
        assertThat(ask("/api/v1/indicatoren", "").statusCode()).isEqualTo(401);
    }

    /** Also shows that the dashboard made the tables of its own database, with the rights that the launcher gave it. */
    @TestFactory
    Stream<DynamicTest> everyAccountIsToldTheDuidingThatItsRoleMaySee() {
        return stack.accounts().stream()
                .map(account -> DynamicTest.dynamicTest(
                        account.name(),
                        () -> Until.holds(() -> assertThat(ask("/api/v1/duidingen", "Bearer " + account.token())
                                        .statusCode())
                                .isEqualTo(200))));
    }

    @Test
    void anAreaTeamIsRefusedTheFiguresOfItsNeighbours() throws Exception {
        String token = stack.accounts().stream()
                .filter(account -> account.role().equals("gebiedsteam"))
                .map(account -> "Bearer " + account.token())
                .findFirst()
                .orElseThrow();
        assertThat(ask("/api/v1/indicatoren/woninginbraak/reeks?gebied=WK093500", token)
                        .statusCode())
                .isEqualTo(200);
        assertThat(ask("/api/v1/indicatoren/woninginbraak/reeks?gebied=WK093505", token)
                        .statusCode())
                .isEqualTo(403);
    }

    private List<Integer> years(String indicator) throws IOException, InterruptedException {
        HttpResponse<String> answer = ask(
                "/api/v1/indicatoren/%s/reeks?gebied=GM0935&korrel=jaar&van=2019&tot=2023".formatted(indicator),
                "Bearer " + stack.accounts().getFirst().token());
        assertThat(answer.statusCode()).isEqualTo(200);
        return JsonMapper.shared()
                .readTree(answer.body())
                .path("punten")
                .valueStream()
                .map(ApiIT::figure)
                .toList();
    }

    private static int figure(JsonNode point) {
        if (point.path("status").asString().equals("onbekend")) {
            assertThat(point.path("waarde").isNull())
                    .as("an unknown value is null")
                    .isTrue();
            return -1;
        }
        return point.path("waarde").asInt();
    }

    private HttpResponse<String> ask(String path, String authorization) throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(stack.dashboardAddress().resolve(path));
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
