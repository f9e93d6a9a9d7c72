package nl.mjpmonitor.ops.clickhouse;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A {@code clickhouse} program on this machine that is new enough to carry the warehouse.
 *
 * @param program its path
 * @param version what it calls itself, for instance {@code 25.8.1.3}
 */
public record ClickHouseBinary(Path program, String version) {

    /**
     * Oldest version that is accepted: 25.3 is the first long-term release in which the JSON type is no longer experimental, and
     * newer than every release whose ReplacingMergeTree kept deleted rows visible in FINAL. Debian ships 18.16.
     */
    static final String MINIMUM_VERSION = "25.3";

    private static final Logger LOG = LoggerFactory.getLogger(ClickHouseBinary.class);
    private static final Pattern VERSION = Pattern.compile("version (\\d+)\\.(\\d+)[0-9.]*");

    /**
     * Looks for the program: the one named by {@code CLICKHOUSE_BIN}, otherwise the first {@code clickhouse} on the PATH.
     *
     * @return empty when there is none, or only one on the PATH that is too old
     * @throws EngineUnavailableException when the named one is missing or too old: who names a program wants that program
     */
    static Optional<ClickHouseBinary> find(Map<String, String> environment)
            throws IOException, InterruptedException, EngineUnavailableException {
        String named = environment.get("CLICKHOUSE_BIN");
        if (named != null && !named.isBlank()) {
            return Optional.of(accepted(Path.of(named)));
        }
        for (String folder : environment.getOrDefault("PATH", "").split(Pattern.quote(File.pathSeparator), -1)) {
            Path program = Path.of(folder, "clickhouse");
            if (!folder.isEmpty() && Files.isExecutable(program)) {
                try {
                    return Optional.of(accepted(program));
                } catch (EngineUnavailableException unusable) {
                    LOG.info("{} The embedded engine is used instead.", unusable.getMessage());
                    return Optional.empty();
                }
            }
        }
        return Optional.empty();
    }

    /** How to run it as a server for one site. */
    ClickHouseProcess serverFor(ClickHouseSite site) {
        ServerConfiguration configuration = new ServerConfiguration(site);
        return new ClickHouseProcess(
                program.getFileName().toString(),
                List.of(program.toAbsolutePath().toString(), "server", "--config-file=" + configuration.configFile()),
                Map.of(),
                configuration::write);
    }

    static boolean isRecentEnough(int major, int minor) {
        return major > 25 || (major == 25 && minor >= 3);
    }

    private static ClickHouseBinary accepted(Path program)
            throws IOException, InterruptedException, EngineUnavailableException {
        if (!Files.isExecutable(program)) {
            throw new EngineUnavailableException(program + " is not a program that can be run.");
        }
        String answer = versionAnswer(program);
        Matcher matcher = VERSION.matcher(answer);
        if (!matcher.find()) {
            throw new EngineUnavailableException(program + " does not tell a ClickHouse version.");
        }
        if (!isRecentEnough(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)))) {
            throw new EngineUnavailableException(program + " is ClickHouse "
                    + matcher.group().substring("version ".length()) + ", older than the " + MINIMUM_VERSION
                    + " the warehouse needs.");
        }
        return new ClickHouseBinary(program, matcher.group().substring("version ".length()));
    }

    private static String versionAnswer(Path program) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(program.toString(), "--version")
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        String answer = new String(process.getInputStream().readNBytes(4096), StandardCharsets.UTF_8);
        if (!process.waitFor(20, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
        return answer;
    }
}
