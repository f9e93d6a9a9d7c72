package nl.mjpmonitor.ops.launcher;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "logs", mixinStandardHelpOptions = true, description = "Shows what a component says.")
final class LogsCommand implements Callable<Integer> {

    private static final Duration POLL = Duration.ofMillis(250);

    @Parameters(paramLabel = "NAME", arity = "0..1", description = "The component; without it the names are listed.")
    private String name = "";

    @Option(
            names = {"-f", "--follow"},
            description = "Go on as more is said.")
    private boolean isFollowed;

    @Option(
            names = {"-n", "--lines"},
            paramLabel = "N",
            description = "The last N lines only (${DEFAULT-VALUE}); 0 shows all.")
    private int lines = 200;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Home home = Home.discover(System.getenv());
        Path log = home.log(name);
        if (name.isEmpty() || !Files.isRegularFile(log)) {
            throw new LauncherException("%s: %s."
                    .formatted(
                            name.isEmpty()
                                    ? "Name a component"
                                    : "There is no log of '" + name + "'; there are logs of",
                            names(home)));
        }
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            file.seek(lines == 0 ? 0 : startOfLastLines(file, lines));
            copy(file);
            while (isFollowed) {
                Thread.sleep(POLL);
                if (file.length() < file.getFilePointer()) {
                    file.seek(0);
                }
                copy(file);
            }
        }
        return 0;
    }

    private static void copy(RandomAccessFile file) throws IOException {
        byte[] buffer = new byte[64 * 1024];
        for (int read = file.read(buffer); read > 0; read = file.read(buffer)) {
            System.out.write(buffer, 0, read);
        }
        System.out.flush();
    }

    /** Position just after the line break that precedes the last lines. */
    static long startOfLastLines(RandomAccessFile file, int count) throws IOException {
        byte[] block = new byte[8 * 1024];
        long end = file.length();
        int found = 0;
        while (end > 0) {
            int size = (int) Math.min(block.length, end);
            file.seek(end - size);
            file.readFully(block, 0, size);
            for (int i = size - 1; i >= 0; i--) {
                boolean isLastByte = end - size + i == file.length() - 1;
                if (block[i] == '\n' && !isLastByte) {
                    found++;
                    if (found == count) {
                        return end - size + i + 1;
                    }
                }
            }
            end -= size;
        }
        return 0;
    }

    private static String names(Home home) throws IOException {
        if (!Files.isDirectory(home.logs())) {
            return "none yet";
        }
        try (Stream<Path> files = Files.list(home.logs())) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(".log"))
                    .map(file -> file.substring(0, file.length() - ".log".length()))
                    .sorted()
                    .collect(Collectors.joining(", "));
        }
    }
}
