package nl.mjpmonitor.ops.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Fetching the engine, with programs that stand in for npm and clickhouse. */
class EngineLibraryIT {

    private static final String CONTENT = "not really a library";

    @TempDir
    private Path folder;

    private Path npm;
    private String integrity;

    @BeforeEach
    void pretendToBeNpm() throws IOException {
        Path delivered = folder.resolve("delivered.tgz");
        String name = EnginePlatform.of(System.getProperty("os.name"), System.getProperty("os.arch"))
                .orElseThrow()
                .libraryName();
        try (OutputStream file = Files.newOutputStream(delivered);
                TarArchiveOutputStream archive = new TarArchiveOutputStream(new GzipCompressorOutputStream(file))) {
            byte[] content = CONTENT.getBytes(StandardCharsets.UTF_8);
            TarArchiveEntry entry = new TarArchiveEntry("package/" + name);
            entry.setSize(content.length);
            archive.putArchiveEntry(entry);
            archive.write(content);
            archive.closeArchiveEntry();
        }
        integrity = "sha512-" + Base64.getEncoder().encodeToString(EnginePackage.sha512(delivered));
        npm = program(
                "npm",
                "echo called >> '" + folder.resolve("calls") + "'",
                "while [ \"$1\" != --pack-destination ]; do shift; done",
                "cp '" + delivered + "' \"$2/engine.tgz\"");
    }

    @Test
    void fetchesOnceAndKeepsIt() throws Exception {
        EngineLibrary library = library();
        assertThat(library.fetch()).hasContent(CONTENT).isEqualTo(library.file());
        assertThat(library().fetch()).hasContent(CONTENT);
        assertThat(calls()).isEqualTo(1);
        assertThat(leftovers()).isEmpty();
    }

    @Test
    void fetchesAgainWhenTheLibraryWasChanged() throws Exception {
        Path file = library().fetch();
        Files.writeString(file, CONTENT.replace('n', 'N'));
        Files.setLastModifiedTime(file, FileTime.fromMillis(1));
        assertThat(library().fetch()).hasContent(CONTENT);
        assertThat(calls()).isEqualTo(2);
    }

    @Test
    void keepsALibraryThatWasOnlyTouched() throws Exception {
        Path file = library().fetch();
        Files.setLastModifiedTime(file, FileTime.fromMillis(1));
        library().fetch();
        assertThat(calls()).isEqualTo(1);
    }

    @Test
    void removesWhatAnInterruptedFetchLeft() throws Exception {
        Path leftover = folder.resolve("cache").resolve("clickhouse-engine").resolve("incoming-1");
        Files.createDirectories(leftover);
        Files.writeString(leftover.resolve("half"), "half");
        library().fetch();
        assertThat(leftovers()).isEmpty();
    }

    @Test
    void doesNotUseADownloadWithAnotherIntegrity() throws IOException {
        integrity = "sha512-another";
        assertThatThrownBy(() -> library().fetch())
                .isInstanceOf(EngineUnavailableException.class)
                .hasMessageContaining("instead of sha512-another");
        assertThat(leftovers()).isEmpty();
        assertThatThrownBy(() -> library().fetch()).isInstanceOf(EngineUnavailableException.class);
    }

    @Test
    void saysWhatNpmSaid() throws IOException {
        npm = program("npm", "echo 'npm error code E404' >&2", "exit 1");
        assertThatThrownBy(() -> library().fetch())
                .isInstanceOf(EngineUnavailableException.class)
                .hasMessageContaining("failed: npm error code E404");
        npm = folder.resolve("no-such-npm");
        assertThatThrownBy(() -> library().fetch())
                .isInstanceOf(EngineUnavailableException.class)
                .hasMessageContaining("does not start");
    }

    @Test
    void callersAtTheSameTimeShareOneFetch() throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Future<Path>> fetches = new ArrayList<>();
            for (int caller = 0; caller < 4; caller++) {
                fetches.add(threads.submit(() -> library().fetch()));
            }
            for (Future<Path> fetch : fetches) {
                assertThat(fetch.get()).hasContent(CONTENT);
            }
        }
        assertThat(calls()).isEqualTo(1);
    }

    @Test
    void aRecentClickHouseOnThePathIsUsed() throws Exception {
        Path program = program("clickhouse", "echo 'ClickHouse local version 25.8.11.66 (official build).'");
        ClickHouseEngine engine = ClickHouseEngine.choose(environment(), folder, npm);
        assertThat(engine).isEqualTo(new ClickHouseEngine.Local(new ClickHouseBinary(program, "25.8.11.66")));
    }

    @Test
    void anOldClickHouseOnThePathIsPassedOverButNotWhenNamed() throws Exception {
        Path program = program("clickhouse", "echo 'ClickHouse client version 18.16.1.'");
        assertThat(ClickHouseEngine.choose(environment(), folder, npm)).isInstanceOf(ClickHouseEngine.Embedded.class);
        assertThatThrownBy(() -> ClickHouseEngine.choose(Map.of("CLICKHOUSE_BIN", program.toString()), folder, npm))
                .isInstanceOf(EngineUnavailableException.class)
                .hasMessageContaining("18.16.1")
                .hasMessageContaining(ClickHouseBinary.MINIMUM_VERSION);
    }

    private Map<String, String> environment() {
        return Map.of(EngineLibrary.INTEGRITY_VARIABLE, integrity, "PATH", folder.toString());
    }

    private EngineLibrary library() throws EngineUnavailableException {
        return EngineLibrary.inCache(folder.resolve("cache"), npm, environment());
    }

    private Path program(String name, String... lines) throws IOException {
        Path program = folder.resolve(name);
        Files.writeString(program, "#!/bin/sh\n" + String.join("\n", lines) + "\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
        return program;
    }

    private long calls() throws IOException {
        return Files.readAllLines(folder.resolve("calls")).size();
    }

    private List<Path> leftovers() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("cache").resolve("clickhouse-engine"))) {
            return files.filter(file -> file.getFileName().toString().startsWith("incoming-"))
                    .toList();
        }
    }
}
