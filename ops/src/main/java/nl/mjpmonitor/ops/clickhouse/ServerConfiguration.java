package nl.mjpmonitor.ops.clickhouse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import nl.mjpmonitor.ops.clickhouse.configuration.ConfigurationTemplate;

/** The configuration files of a ClickHouse server that the stack starts itself: loopback only, one user, modest memory. */
record ServerConfiguration(ClickHouseSite site) {

    Path configFile() {
        return folder().resolve("config.xml");
    }

    /** Writes the files anew, readable by their owner alone; the password is only there as its SHA-256. */
    void write() throws IOException {
        Files.createDirectories(folder());
        Map<String, String> values = Map.of(
                "data", site.data().toString(),
                "port", Integer.toString(site.port()),
                "metrics_port", Integer.toString(site.metricsPort()),
                "users", folder().resolve("users.xml").toString(),
                "user", site.user(),
                "password_sha256", sha256(site.password()));
        writePrivate(
                configFile(), ConfigurationTemplate.read("server-config.xml").with(values));
        writePrivate(
                folder().resolve("users.xml"),
                ConfigurationTemplate.read("server-users.xml").with(values));
    }

    private Path folder() {
        return site.data().resolve("configuration");
    }

    private static void writePrivate(Path file, String text) throws IOException {
        Files.writeString(file, text);
        if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        }
    }

    private static String sha256(String password) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(password.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
