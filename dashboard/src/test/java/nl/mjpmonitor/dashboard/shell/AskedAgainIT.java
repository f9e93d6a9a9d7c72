package nl.mjpmonitor.dashboard.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.mjpmonitor.dashboard.DashboardInMemory;
import nl.mjpmonitor.dashboard.TestAccounts;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A browser whose connection broke asks again, and gets the answer that it missed. */
class AskedAgainIT {

    private static final Pattern TOKEN = Pattern.compile("<meta name=\"_csrf\" content=\"([^\"]+)\"");
    private static final String NAVIGATION = """
            {"csrfToken":"%s","rpc":[{"type":"event","node":1,"event":"ui-navigate","data":{"route":"%s","query":"",\
            "appShellTitle":"","historyState":{"idx":0},"trigger":"link"}}],"syncId":%d,"clientId":%d}""";

    private static ConfigurableApplicationContext dashboard;
    private static URI address;

    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    @BeforeAll
    static void start() {
        dashboard = DashboardInMemory.start(0);
        address = URI.create("http://127.0.0.1:" + dashboard.getEnvironment().getProperty("local.server.port"));
    }

    @AfterAll
    static void stop() {
        dashboard.close();
    }

    @Test
    void theAnswerThatWasMissedComesOnceMoreAndThePageGoesOn() throws IOException, InterruptedException {
        logIn();
        JsonNode page = JsonMapper.shared()
                .readTree(get("/?v-r=init&location=criminaliteit&query="))
                .path("appConfig");
        String key = page.path("uidl").path("Vaadin-Security-Key").asString();
        int number = page.path("v-uiId").asInt();
        int syncId = page.path("uidl").path("syncId").asInt();
        int clientId = page.path("uidl").path("clientId").asInt();
        String asked = NAVIGATION.formatted(key, "criminaliteit", syncId, clientId);

        String answer = ask(number, asked);
        assertThat(answer).hasSizeGreaterThan(FoldedText.SHORTEST).contains("woninginbraak");
        assertThat(ask(number, asked)).isEqualTo(answer);
        assertThat(ask(number, NAVIGATION.formatted(key, "doelen", syncId + 1, clientId + 1)))
                .contains("\"changes\"")
                .doesNotContain("Message ID sync");
    }

    private void logIn() throws IOException, InterruptedException {
        Matcher token = TOKEN.matcher(get("/login"));
        assertThat(token.find()).isTrue();
        String form = "username=" + TestAccounts.ANALYST + "&password=" + TestAccounts.ANALYST_PASSWORD + "&_csrf="
                + URLEncoder.encode(token.group(1), StandardCharsets.UTF_8);
        post("/login", "application/x-www-form-urlencoded", form);
        get("/criminaliteit");
    }

    private String ask(int page, String message) throws IOException, InterruptedException {
        return post("/?v-r=uidl&v-uiId=" + page, "application/json; charset=UTF-8", message);
    }

    private String get(String path) throws IOException, InterruptedException {
        return http.send(
                        HttpRequest.newBuilder(address.resolve(path)).build(),
                        HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8))
                .body();
    }

    private String post(String path, String type, String body) throws IOException, InterruptedException {
        return http.send(
                        HttpRequest.newBuilder(address.resolve(path))
                                .header("Content-Type", type)
                                .POST(HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8))
                .body();
    }
}
