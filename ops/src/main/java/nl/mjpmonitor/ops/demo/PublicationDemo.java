package nl.mjpmonitor.ops.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes, approves, publishes and reproduces reports over the interface of a running dashboard, as two people would, and says what
 * came of it. What was published before is corrected by a new edition.
 */
public final class PublicationDemo {

    /**
     * A report to make.
     *
     * @param report kind of report
     * @param period its period
     */
    public record Asked(String report, String period) {}

    /**
     * Who does what.
     *
     * @param maker token of who makes and publishes
     * @param approver token of who approves
     */
    public record Tokens(String maker, String approver) {

        /** Does not show the secrets. */
        @Override
        public String toString() {
            return "Tokens";
        }
    }

    private static final String ALL = "/api/v1/publicaties";
    private static final String MUNICIPALITY = "GM0935";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String FIRST_TEXT = "tekst-samenvatting";
    private static final String TEXT =
            "Deze tekst hoort bij een demonstratie.\n\nDe tabellen hieronder komen uit het datawarehouse, zoals bekend op de peildatum.";

    private final HttpClient http;
    private final URI dashboard;
    private final Tokens tokens;
    private final Consumer<String> told;
    private final JsonMapper json = JsonMapper.builder().build();

    /**
     * Nothing happens yet.
     *
     * @param dashboard its address
     * @param told hears what is done and seen, line by line
     */
    public PublicationDemo(URI dashboard, Tokens tokens, Consumer<String> told) {
        this.http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
        this.dashboard = dashboard;
        this.tokens = tokens;
        this.told = told;
    }

    /**
     * Takes every report from concept to reproduced.
     *
     * @return whether every file has its hash, every PDF conforms and every reproduction is equal
     * @throws IOException when the dashboard does not answer as it should; with its own words
     */
    public boolean run(List<Asked> reports) throws IOException, InterruptedException {
        boolean isWell = true;
        for (Asked asked : reports) {
            isWell &= run(asked);
        }
        return isWell;
    }

    private boolean run(Asked asked) throws IOException, InterruptedException {
        JsonNode edition = json(
                "POST",
                tokens.maker(),
                ALL,
                Map.of(
                        "rapport",
                        asked.report(),
                        "gebied",
                        MUNICIPALITY,
                        "periode",
                        asked.period(),
                        "reden",
                        "Opnieuw gemaakt voor een demonstratie."));
        String address = ALL + "/" + edition.get("id").asLong();
        tell(asked, "started", "edition " + edition.get("id").asLong());
        edition = json(
                "PUT",
                tokens.maker(),
                address + "/teksten",
                Map.of("versie", version(edition), "teksten", Map.of(FIRST_TEXT, TEXT)));
        edition = step(asked, edition, address, "indienen", tokens.maker());
        edition = step(asked, edition, address, "vaststellen", tokens.approver());
        edition = step(asked, edition, address, "publiceren", tokens.maker());
        boolean isWell = true;
        for (JsonNode file : edition.get("details").get("bestanden")) {
            isWell &= check(asked, file);
        }
        boolean isEqual = reproduce(asked, address);
        return isWell && isEqual;
    }

    private JsonNode step(Asked asked, JsonNode edition, String address, String step, String token)
            throws IOException, InterruptedException {
        JsonNode after = json("POST", token, address + "/stappen/" + step, Map.of("versie", version(edition)));
        tell(asked, step, after.get("status").asString());
        return after;
    }

    private boolean check(Asked asked, JsonNode file) throws IOException, InterruptedException {
        byte[] bytes = send("GET", tokens.approver(), file.get("adres").asString(), Map.of());
        boolean isSame = hash(bytes).equals(file.get("sha256").asString());
        tell(
                asked,
                "file",
                "%s %,d bytes, sha256 %s%s"
                        .formatted(
                                file.get("naam").asString(),
                                bytes.length,
                                file.get("sha256").asString(),
                                isSame ? "" : ": NOT the hash of what was fetched"));
        boolean isConforming = true;
        if (file.get("soort").asString().equals("application/pdf")) {
            for (PdfVerdict verdict : PdfVerdict.of(bytes)) {
                tell(
                        asked,
                        "veraPDF",
                        verdict.flavour() + (verdict.isConforming() ? ": conforms" : ": " + verdict.failures()));
                isConforming &= verdict.isConforming();
            }
        }
        return isSame && isConforming;
    }

    private boolean reproduce(Asked asked, String address) throws IOException, InterruptedException {
        JsonNode outcome = json("POST", tokens.approver(), address + "/reproductie", Map.of());
        boolean isEqual = outcome.get("gelijk").asBoolean();
        tell(
                asked,
                "reproduced",
                isEqual
                        ? "equal: %d figures and texts at peildatum %s"
                                .formatted(
                                        outcome.get("vergeleken").asInt(),
                                        outcome.get("peildatum").asString())
                        : "differs: " + outcome.get("verschillen"));
        return isEqual;
    }

    private void tell(Asked asked, String what, String outcome) {
        told.accept("%-17s %-8s %-11s %s".formatted(asked.report(), asked.period(), what, outcome));
    }

    private static int version(JsonNode edition) {
        return edition.get("details").get("versie").asInt();
    }

    private JsonNode json(String method, String token, String path, Map<String, ?> body)
            throws IOException, InterruptedException {
        return json.readTree(send(method, token, path, body));
    }

    private byte[] send(String method, String token, String path, Map<String, ?> body)
            throws IOException, InterruptedException {
        HttpRequest.BodyPublisher content = method.equals("GET")
                ? HttpRequest.BodyPublishers.noBody()
                : HttpRequest.BodyPublishers.ofString(json.writeValueAsString(body));
        HttpResponse<byte[]> answer = http.send(
                HttpRequest.newBuilder(dashboard.resolve(path))
                        .timeout(PATIENCE)
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .method(method, content)
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() / 100 != 2) {
            throw new IOException("%s %s: %d %s"
                    .formatted(method, path, answer.statusCode(), new String(answer.body(), StandardCharsets.UTF_8)));
        }
        return answer.body();
    }

    private static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every JDK has SHA-256", impossible);
        }
    }
}
