package nl.mjpmonitor.warehouse.rebuild;

import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** The contract against a given engine; against the embedded one it runs in the module {@code ops}. */
@EnabledIfEnvironmentVariable(
        named = "CLICKHOUSE_URL",
        matches = ".+",
        disabledReason = "CLICKHOUSE_URL names no engine; module ops runs this suite against the embedded one")
class RebuildIT extends RebuildContract {

    @Override
    protected String url() {
        return System.getenv("CLICKHOUSE_URL");
    }

    @Override
    protected String user() {
        return System.getenv().getOrDefault("CLICKHOUSE_USER", "default");
    }

    @Override
    protected String password() {
        return System.getenv().getOrDefault("CLICKHOUSE_PASSWORD", "");
    }
}
