package nl.mjpmonitor.ops.launcher;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * How a component is started.
 *
 * @param program last part of the path of the program that ends up running, after any wrapper gave way to it
 * @param arguments the whole command line
 * @param environment added to that of the launcher; secrets travel this way, because command lines are readable by everyone
 */
record Command(String program, List<String> arguments, Map<String, String> environment) {

    Command {
        arguments = List.copyOf(arguments);
        environment = Map.copyOf(environment);
    }

    /** A command line of the JDK this launcher runs on. */
    static JavaCommand java() {
        return new JavaCommand();
    }

    /**
     * The same command in a session of its own. Ctrl-C reaches every process of the terminal's session at once; a component must
     * only stop when its turn comes.
     */
    Command inOwnSession() {
        List<String> wrapped = new ArrayList<>();
        if (onPath("setsid")) {
            wrapped.add("setsid");
        } else if (onPath("perl")) {
            wrapped.addAll(List.of("perl", "-MPOSIX", "-e", "POSIX::setsid(); exec @ARGV"));
        }
        wrapped.addAll(arguments);
        return new Command(program, wrapped, environment);
    }

    static boolean onPath(String program) {
        for (String folder : System.getenv().getOrDefault("PATH", "").split(java.io.File.pathSeparator, -1)) {
            if (!folder.isEmpty() && Files.isExecutable(Path.of(folder, program))) {
                return true;
            }
        }
        return false;
    }

    /** Puts a Java command line together. */
    static final class JavaCommand {

        private static final String COLLECTOR = "-XX:+UseSerialGC";

        private final List<String> options = new ArrayList<>(List.of(
                COLLECTOR,
                "-XX:+ExitOnOutOfMemoryError",
                "-Djava.net.preferIPv4Stack=true",
                "-Dfile.encoding=UTF-8",
                "-Duser.timezone=UTC",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow"));

        private BiFunction<List<String>, String, List<String>> recorded = (all, classPath) -> List.of();

        private JavaCommand() {}

        JavaCommand heap(int megabytes) {
            options.add("-Xms" + Math.min(megabytes, 64) + "m");
            options.add("-Xmx" + megabytes + "m");
            return this;
        }

        /** Has garbage collected beside the work, for who is waited for by people: all of a large heap at once takes half a second. */
        JavaCommand collectingBesideTheWork() {
            options.set(options.indexOf(COLLECTOR), "-XX:+UseG1GC");
            options.add("-XX:MaxGCPauseMillis=40");
            // what a page is told at once, some hundred thousand characters, must not count as too large for a region
            options.add("-XX:G1HeapRegionSize=2m");
            return this;
        }

        JavaCommand option(String option) {
            options.add(option);
            return this;
        }

        /** Starts from what was recorded of a program, or records it. */
        JavaCommand recorded(RecordedClasses classes, String program) {
            recorded = (all, classPath) -> classes.options(program, all, classPath);
            return this;
        }

        Command run(String classPath, String mainClass, List<String> arguments, Map<String, String> environment) {
            List<String> line = start(classPath);
            line.addAll(List.of("-cp", classPath, mainClass));
            line.addAll(arguments);
            return new Command("java", line, environment);
        }

        Command runJar(Path jar, List<String> arguments, Map<String, String> environment) {
            List<String> line = start(jar.toString());
            line.addAll(List.of("-jar", jar.toString()));
            line.addAll(arguments);
            return new Command("java", line, environment);
        }

        private List<String> start(String classPath) {
            List<String> line = new ArrayList<>();
            line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            line.addAll(options);
            line.addAll(recorded.apply(options, classPath));
            return line;
        }
    }
}
