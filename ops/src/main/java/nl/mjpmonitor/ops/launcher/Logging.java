package nl.mjpmonitor.ops.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** The logging configuration of the components that use Log4j 2: plain lines on standard output, which the launcher keeps. */
final class Logging {

    private Logging() {}

    /** Writes the configuration into the state, where child processes can read it. */
    static Path file(Home home) {
        Path file = home.state().resolve("log4j2.properties");
        try (InputStream configuration = Logging.class.getResourceAsStream("log4j2-components.properties")) {
            if (configuration == null) {
                throw new IllegalStateException("log4j2-components.properties is not on the class path");
            }
            Files.createDirectories(home.state());
            Files.copy(configuration, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }
}
