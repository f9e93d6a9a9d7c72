package nl.mjpmonitor.ops.clickhouse;

import com.clickhouse.client.api.Client;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Base64;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;

/** A ClickHouse to test: where it is, who may enter, and the three ways to talk to it. */
record ClickHouseTarget(URI address, String user, String password, String database) {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    Connection connect(Map<String, String> options) throws SQLException {
        Properties properties = new Properties();
        properties.putAll(options);
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        return DriverManager.getConnection("jdbc:clickhouse://" + address.getAuthority() + "/" + database, properties);
    }

    Connection connect() throws SQLException {
        return connect(Map.of());
    }

    Client client() {
        return clientBuilder().build();
    }

    Client.Builder clientBuilder() {
        return new Client.Builder()
                .addEndpoint(address.toString())
                .setUsername(user)
                .setPassword(password)
                .setDefaultDatabase(database);
    }

    /** Posts a body as it is. */
    HttpResponse<byte[]> post(Map<String, String> parameters, byte[] body, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = request(parameters).POST(HttpRequest.BodyPublishers.ofByteArray(body));
        return HTTP.send(with(request, headers), HttpResponse.BodyHandlers.ofByteArray());
    }

    HttpResponse<String> post(String statement, Map<String, String> parameters)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = request(parameters).POST(HttpRequest.BodyPublishers.ofString(statement));
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> post(String statement) throws IOException, InterruptedException {
        return post(statement, Map.of());
    }

    HttpResponse<String> get(String path, Map<String, String> parameters) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(address.resolve(path + "?" + query(parameters)))
                .header("Authorization", authorization())
                .GET();
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** The result of a statement that must succeed, without the last line break. */
    String value(String statement) throws IOException, InterruptedException {
        HttpResponse<String> response = post(statement);
        if (response.statusCode() != 200) {
            throw new IllegalStateException(response.body());
        }
        return response.body().stripTrailing();
    }

    String authorization() {
        return "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    private HttpRequest.Builder request(Map<String, String> parameters) {
        String query = parameters.containsKey("database")
                ? query(parameters)
                : "database=" + database + "&" + query(parameters);
        return HttpRequest.newBuilder(address.resolve("/?" + query)).header("Authorization", authorization());
    }

    private static HttpRequest with(HttpRequest.Builder request, String... headers) {
        return headers.length == 0 ? request.build() : request.headers(headers).build();
    }

    private static String query(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(entry -> encoded(entry.getKey()) + "=" + encoded(entry.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
