package nl.mjpmonitor.ops.launcher;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.Properties;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import tools.jackson.databind.json.JsonMapper;

/** What the build left behind and the components run on. */
final class Artifacts {

    private static final String REPORTER = "nl/mjpmonitor/streaming/metrics/reporter.properties";

    private final Path repository;
    private final Path contracts;

    Artifacts(Home home) {
        this.repository = home.repository();
        this.contracts = home.contracts();
    }

    /** Class path of the Kafka broker. */
    String kafkaClassPath() {
        return jars(repository.resolve("ops/distributions/kafka/target/lib"));
    }

    /** Class path of the Connect worker: with Debezium, and the connector and the transforms of this project with their libraries. */
    String connectClassPath() {
        return String.join(
                File.pathSeparator,
                kafkaClassPath(),
                jars(repository.resolve("ops/distributions/kafka/target/plugins/debezium-connector-postgres")),
                one(repository.resolve("ingest/target/plugin"), "ingest-*-plugin.jar")
                        .toString());
    }

    /** The agent that tells the JMX metrics of a process. */
    Path jmxAgent() {
        return one(repository.resolve("ops/distributions/kafka/target/agent"), "jmx_prometheus_javaagent-*.jar");
    }

    /** Class path of the Flink job with Flink around it. */
    String flinkClassPath() {
        return flinkJob() + File.pathSeparator + jars(repository.resolve("ops/distributions/flink/target/lib"));
    }

    /** The settings of the reporter of Flink's metrics, but for its port, as they stand in the job's jar. */
    Properties flinkReporter() throws IOException {
        Properties settings = new Properties();
        try (ZipFile jar = new ZipFile(flinkJob().toFile())) {
            ZipEntry entry = jar.getEntry(REPORTER);
            if (entry == null) {
                throw new LauncherException("%s has no %s: build with ops/build.".formatted(flinkJob(), REPORTER));
            }
            try (InputStream content = jar.getInputStream(entry)) {
                settings.load(content);
            }
        }
        return settings;
    }

    private Path flinkJob() {
        return one(repository.resolve("streaming/target"), "streaming-*-job.jar");
    }

    /** The executable jar of the dashboard. */
    Path dashboard() {
        return one(repository.resolve("dashboard/target"), "dashboard-*.jar");
    }

    /** Class path of the processes that come from this module. */
    static String ownClassPath() {
        return System.getProperty("java.class.path");
    }

    Path contracts() {
        return existing(contracts);
    }

    Path connectors() {
        return existing(repository.resolve("ingest/connectors"));
    }

    /** Name of the pseudonym key in the definitions of the connectors, the same in all. */
    String pseudonymKeyVersion() throws IOException {
        try (Stream<Path> files = Files.list(connectors())) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .flatMap(file ->
                            JsonMapper.shared().readTree(file).path("config").propertyStream())
                    .filter(setting -> setting.getKey().endsWith(".key.version"))
                    .map(setting -> setting.getValue().asString())
                    .findFirst()
                    .orElseThrow(() -> new LauncherException("No connector names its pseudonym key."));
        }
    }

    private static String jars(Path folder) {
        return existing(folder) + "/*";
    }

    private static Path existing(Path path) {
        if (!Files.exists(path)) {
            throw new LauncherException("%s is missing: build with ops/build.".formatted(path));
        }
        return path;
    }

    private static Path one(Path folder, String pattern) {
        PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + pattern);
        try (Stream<Path> files = Files.list(existing(folder))) {
            return files.filter(file -> matcher.matches(file.getFileName()))
                    .filter(file -> !file.toString().endsWith("-sources.jar")
                            && !file.toString().endsWith("-tests.jar"))
                    .sorted()
                    .findFirst()
                    .orElseThrow(() ->
                            new LauncherException("%s has no %s: build with ops/build.".formatted(folder, pattern)));
        } catch (IOException e) {
            throw new LauncherException("%s cannot be read: %s".formatted(folder, e.getMessage()), e);
        }
    }
}
