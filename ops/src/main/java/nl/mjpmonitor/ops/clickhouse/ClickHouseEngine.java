package nl.mjpmonitor.ops.clickhouse;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which ClickHouse a stack uses. All three keep one contract: the HTTP interface at an address, for the official JDBC driver and
 * client.
 */
public sealed interface ClickHouseEngine {

    /**
     * Chooses, in this order: the server at {@code CLICKHOUSE_URL}, a {@code clickhouse} program from {@code CLICKHOUSE_BIN} or the
     * PATH that is recent enough, the embedded engine.
     *
     * @param environment of the process
     * @param cache folder for things fetched once
     * @param npm the npm program that fetches the embedded engine; used only when it is not in the cache
     * @throws EngineUnavailableException when what the environment names cannot be used, or nothing fits this machine
     */
    static ClickHouseEngine choose(Map<String, String> environment, Path cache, Path npm)
            throws IOException, InterruptedException, EngineUnavailableException {
        String url = environment.get("CLICKHOUSE_URL");
        if (url != null && !url.isBlank()) {
            return new Given(givenAddress(url));
        }
        Optional<ClickHouseBinary> binary = ClickHouseBinary.find(environment);
        if (binary.isPresent()) {
            return new Local(binary.get());
        }
        return new Embedded(EngineLibrary.inCache(cache, npm, environment));
    }

    /** What to start for it; empty when it runs already. */
    Optional<ClickHouseProcess> process(ClickHouseSite site);

    /** The address of its HTTP interface. */
    URI address(ClickHouseSite site);

    /** A few words for people. */
    String description();

    /** A server that somebody else runs; its user and password come from {@code CLICKHOUSE_USER} and {@code CLICKHOUSE_PASSWORD}. */
    record Given(URI url) implements ClickHouseEngine {
        @Override
        public Optional<ClickHouseProcess> process(ClickHouseSite site) {
            return Optional.empty();
        }

        @Override
        public URI address(ClickHouseSite site) {
            return url;
        }

        @Override
        public String description() {
            return "ClickHouse server at " + url.getHost();
        }
    }

    /** A ClickHouse program of this machine, run as a server of our own. */
    record Local(ClickHouseBinary binary) implements ClickHouseEngine {
        @Override
        public Optional<ClickHouseProcess> process(ClickHouseSite site) {
            return Optional.of(binary.serverFor(site));
        }

        @Override
        public URI address(ClickHouseSite site) {
            return loopback(site);
        }

        @Override
        public String description() {
            return "ClickHouse " + binary.version() + " from " + binary.program();
        }
    }

    /** The embedded engine behind {@link GatewayMain}. */
    record Embedded(EngineLibrary library) implements ClickHouseEngine {
        @Override
        public Optional<ClickHouseProcess> process(ClickHouseSite site) {
            List<String> command = new ArrayList<>();
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            command.addAll(GatewayMain.JVM_OPTIONS);
            command.addAll(List.of("-cp", System.getProperty("java.class.path"), GatewayMain.class.getName()));
            command.addAll(List.of("--library", library.file().toString()));
            command.addAll(List.of("--data", site.data().toString()));
            command.addAll(List.of("--port", Integer.toString(site.port())));
            command.addAll(List.of("--metrics-port", Integer.toString(site.metricsPort())));
            Map<String, String> secrets =
                    Map.of("CLICKHOUSE_USER", site.user(), "CLICKHOUSE_PASSWORD", site.password());
            return Optional.of(new ClickHouseProcess("java", command, secrets, library::fetch));
        }

        @Override
        public URI address(ClickHouseSite site) {
            return loopback(site);
        }

        @Override
        public String description() {
            return "embedded ClickHouse engine " + EngineLibrary.VERSION;
        }
    }

    private static URI loopback(ClickHouseSite site) {
        return URI.create("http://127.0.0.1:" + site.port());
    }

    private static URI givenAddress(String url) throws EngineUnavailableException {
        String http = url.replaceFirst("^jdbc:(clickhouse|ch):(?=//)", "http:");
        try {
            URI address = URI.create(http);
            if (address.getHost() != null && List.of("http", "https").contains(String.valueOf(address.getScheme()))) {
                return address;
            }
        } catch (IllegalArgumentException malformed) {
            throw new EngineUnavailableException("CLICKHOUSE_URL is not an address: " + url + ".", malformed);
        }
        throw new EngineUnavailableException(
                "CLICKHOUSE_URL must look like http://host:8123 or jdbc:clickhouse://host:8123 but is " + url + ".");
    }
}
