package nl.mjpmonitor.ops.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import nl.mjpmonitor.ops.demo.PublicationDemo;
import nl.mjpmonitor.ops.launcher.Home;
import nl.mjpmonitor.ops.launcher.Machine;
import nl.mjpmonitor.ops.launcher.Ports;
import nl.mjpmonitor.ops.launcher.Progress;
import nl.mjpmonitor.ops.launcher.Stack;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Command(
        name = "exports",
        mixinStandardHelpOptions = true,
        description =
                "Files and previews in a process of their own, and questions of the dashboard beside ten exports at"
                        + " once.")
final class ExportsBench implements Callable<Integer> {

    private static final String MEASUREMENT = "nl.mjpmonitor.dashboard.publications.EditionBench";
    private static final String REPORT = "tussenrapportage";
    private static final List<String> INDICATORS =
            List.of("woninginbraak", "fietsdiefstal", "vernieling", "zakkenrollerij", "straatroof", "openlijk-geweld");
    private static final List<String> FORMS = List.of("pdf", "xlsx", "ods", "csvw");
    private static final String MONTHS = "/reeks?gebied=GM0935&korrel=maand&van=2016-01&tot=2025-12";
    private static final int EXPORTERS = 10;
    private static final int WARM_UP = 20;
    private static final int REPRODUCTIONS = 10;

    /** As somebody who looks from page to page; the exporters do not pause. */
    private static final int LONGEST_PAUSE_MILLIS = 40;

    @Option(names = "--questions", paramLabel = "N", description = "Questions to measure, twice (${DEFAULT-VALUE}).")
    private int questions = 300;

    private final HttpClient client = HttpClient.newHttpClient();
    private final Random random = new Random(1);

    @Override
    public Integer call() throws Exception {
        Machine machine = Machine.current();
        Home here = Home.discover(System.getenv());
        System.out.printf("## Files and exports%n%n`ops/bench exports` on %s.%n%n", machine.markdown());
        measureFiles(here.repository());
        Home home = here.withState(here.repository().resolve("target").resolve("bench-state"));
        try (Stack stack = Stack.open(home, Ports.free(), Progress.silent(), true)) {
            stack.start();
            measureReproduction(stack);
            measureBeside(stack);
        }
        return 0;
    }

    /** The times as the dashboard runs; the memory with little room for garbage, which would count otherwise. */
    private static void measureFiles(Path repository) throws IOException, InterruptedException {
        Path folder = repository.resolve("target").resolve("bench-exports");
        unpack(jar(repository), folder);
        List<String[]> times = measured(folder, List.of());
        List<String[]> memory = measured(folder, List.of("-Xmn16m"));
        System.out.printf("| file | first | p50 | max | kB | heap growth |%n|---|---|---|---|---|---|%n");
        for (int i = 0; i < times.size(); i++) {
            String[] one = times.get(i);
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %s ms | %s ms | %s ms | %,d | %s MB |%n",
                    one[0],
                    one[1],
                    one[2],
                    one[3],
                    Long.parseLong(one[4]) / 1024,
                    memory.get(i)[5]);
        }
        System.out.println();
    }

    private static Path jar(Path repository) throws IOException {
        try (Stream<Path> files = Files.list(repository.resolve("dashboard").resolve("target"))) {
            return files.filter(file -> file.getFileName().toString().matches("dashboard-.*\\.jar"))
                    .findFirst()
                    .orElseThrow(() -> new IOException("The dashboard has not been built: ops/build builds it."));
        }
    }

    /** The classes and libraries of the packaged dashboard, as a class path needs them. */
    private static void unpack(Path jar, Path folder) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            for (ZipEntry entry : zip.stream().toList()) {
                Path target = folder.resolve(entry.getName()).normalize();
                if (entry.isDirectory() || !entry.getName().startsWith("BOOT-INF/") || !target.startsWith(folder)) {
                    continue;
                }
                Files.createDirectories(target.getParent());
                Files.write(target, zip.getInputStream(entry).readAllBytes());
            }
        }
    }

    private static List<String[]> measured(Path folder, List<String> options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        // as the launcher starts the dashboard
        command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx320m"));
        command.addAll(options);
        command.addAll(List.of(
                "-cp",
                folder.resolve("BOOT-INF/classes") + java.io.File.pathSeparator + folder + "/BOOT-INF/lib/*",
                MEASUREMENT));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        List<String[]> lines = new ArrayList<>();
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            out.lines()
                    .map(line -> line.split("\t", -1))
                    .filter(parts -> parts.length == 6)
                    .forEach(lines::add);
        }
        if (process.waitFor() != 0) {
            throw new IOException(MEASUREMENT + " ended with " + process.exitValue());
        }
        return lines;
    }

    /** What a preview asks and composes: the whole report anew from the warehouse; comparing it comes on top. */
    private void measureReproduction(Stack stack) throws IOException, InterruptedException {
        boolean isWell = new PublicationDemo(
                        stack.dashboardAddress(),
                        new PublicationDemo.Tokens(token(stack, "programmamanager"), token(stack, "driehoek")),
                        line -> {})
                .run(List.of(new PublicationDemo.Asked(REPORT, "2025")));
        if (!isWell) {
            throw new IOException("The report could not be published as it should");
        }
        URI all = stack.dashboardAddress().resolve("/api/v1/publicaties?rapport=" + REPORT);
        JsonNode published = JsonMapper.shared().readTree(send(stack, "GET", all));
        long id = published.get("publicaties").get(0).get("id").asLong();
        URI again = stack.dashboardAddress().resolve("/api/v1/publicaties/" + id + "/reproductie");
        double[] times = new double[REPRODUCTIONS];
        for (int i = 0; i < times.length; i++) {
            times[i] = timed(stack, "POST", again);
        }
        Arrays.sort(times);
        System.out.printf(
                Locale.ROOT,
                "A Tussenrapportage asked, composed and compared anew: %.0f ms (p50), %.0f ms (max).%n%n",
                times[times.length / 2],
                times[times.length - 1]);
    }

    private void measureBeside(Stack stack) throws Exception {
        ask(stack, WARM_UP);
        double[] alone = ask(stack, questions);
        ConcurrentLinkedQueue<Double> files = new ConcurrentLinkedQueue<>();
        AtomicBoolean isOver = new AtomicBoolean();
        double[] beside;
        try (ExecutorService exporters = Executors.newFixedThreadPool(EXPORTERS)) {
            List<Future<?>> running = new ArrayList<>();
            for (int exporter = 0; exporter < EXPORTERS; exporter++) {
                Random own = new Random(exporter);
                running.add(exporters.submit(() -> {
                    while (!isOver.get()) {
                        files.add(timed(stack, "GET", export(stack, own)));
                    }
                    return null;
                }));
            }
            try {
                ask(stack, WARM_UP);
                beside = ask(stack, questions);
            } finally {
                isOver.set(true);
            }
            for (Future<?> one : running) {
                one.get();
            }
        }
        double[] exported =
                files.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        System.out.printf(
                Locale.ROOT,
                "| questions of the dashboard | p50 | p95 | max |%n|---|---|---|---|%n%s%s%n"
                        + "p95 beside the exports: %.1f times as long. %d files were made meanwhile, p50 %.0f ms.%n",
                row("alone", alone),
                row("beside ten exports at once", beside),
                p95(beside) / p95(alone),
                exported.length,
                exported[exported.length / 2]);
    }

    private static String row(String name, double[] times) {
        return String.format(
                Locale.ROOT,
                "| %s | %.0f ms | %.0f ms | %.0f ms |%n",
                name,
                times[times.length / 2],
                p95(times),
                times[times.length - 1]);
    }

    private static double p95(double[] times) {
        return times[times.length * 95 / 100];
    }

    /** In milliseconds, from the shortest to the longest. */
    private double[] ask(Stack stack, int number) throws IOException, InterruptedException {
        double[] times = new double[number];
        for (int i = 0; i < number; i++) {
            Thread.sleep(random.nextInt(LONGEST_PAUSE_MILLIS));
            times[i] = timed(stack, "GET", series(stack, random, ""));
        }
        Arrays.sort(times);
        return times;
    }

    private static URI export(Stack stack, Random chance) {
        return series(stack, chance, "&formaat=" + FORMS.get(chance.nextInt(FORMS.size())));
    }

    private static URI series(Stack stack, Random chance, String form) {
        String indicator = INDICATORS.get(chance.nextInt(INDICATORS.size()));
        return stack.dashboardAddress().resolve("/api/v1/indicatoren/" + indicator + MONTHS + form);
    }

    private double timed(Stack stack, String method, URI address) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        send(stack, method, address);
        return (System.nanoTime() - begin) / 1e6;
    }

    private byte[] send(Stack stack, String method, URI address) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = client.send(
                HttpRequest.newBuilder(address)
                        .header("Authorization", "Bearer " + token(stack, "analist"))
                        .header("Content-Type", "application/json")
                        .method(method, HttpRequest.BodyPublishers.noBody())
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) {
            throw new IOException("%s %s: %d %s"
                    .formatted(
                            method, address, answer.statusCode(), new String(answer.body(), StandardCharsets.UTF_8)));
        }
        return answer.body();
    }

    private static String token(Stack stack, String role) {
        return stack.accounts().stream()
                .filter(account -> account.role().equals(role))
                .findFirst()
                .orElseThrow()
                .token();
    }
}
