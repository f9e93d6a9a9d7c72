package nl.mjpmonitor.ops.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Stream;
import nl.mjpmonitor.ops.launcher.Home;
import nl.mjpmonitor.ops.launcher.Machine;
import nl.mjpmonitor.warehouse.WarehouseConnection;
import nl.mjpmonitor.warehouse.areas.Area;
import nl.mjpmonitor.warehouse.areas.AreaCode;
import nl.mjpmonitor.warehouse.areas.AreaKind;
import nl.mjpmonitor.warehouse.areas.Areas;
import nl.mjpmonitor.warehouse.facts.FactCatalogue;
import nl.mjpmonitor.warehouse.indicators.ClickHouseIndicatorQuery;
import nl.mjpmonitor.warehouse.indicators.Indicator;
import nl.mjpmonitor.warehouse.indicators.IndicatorCatalogue;
import nl.mjpmonitor.warehouse.indicators.IndicatorQuery;
import nl.mjpmonitor.warehouse.indicators.SeriesRequest;
import nl.mjpmonitor.warehouse.periods.Period;
import nl.mjpmonitor.warehouse.periods.PeriodGrain;
import nl.mjpmonitor.warehouse.reference.ReferenceFiles;
import nl.mjpmonitor.warehouse.schema.Migrations;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "catalogue",
        mixinStandardHelpOptions = true,
        description = "The questions of each kind of page, with the whole of the Netherlands loaded.")
final class CatalogueBench implements Callable<Integer> {

    private static final String THEME = "criminaliteit";
    private static final YearMonth LAST_MONTH = YearMonth.of(2025, 12);
    private static final int WARM_UP = 5;

    @Option(names = "--rounds", paramLabel = "N", description = "How often each question is asked (${DEFAULT-VALUE}).")
    private int rounds = 60;

    @Option(names = "--keep", description = "Keep the data, and use what an earlier run kept.")
    private boolean isKept;

    private final Random random = new Random(1);

    @Override
    public Integer call() throws Exception {
        Machine machine = Machine.current();
        Home home = Home.discover(System.getenv());
        Path folder = home.repository().resolve("target").resolve("bench-catalogue");
        if (!isKept) {
            delete(folder);
        }
        ReferenceFiles reference = ReferenceFiles.in(WholeCountry.writeReference(folder.resolve("reference")));
        try (BenchEngine engine = BenchEngine.start(home, folder.resolve("clickhouse"));
                WarehouseConnection connection = engine.open()) {
            new Migrations(connection, reference).apply();
            long stands = stands(connection);
            if (stands == 0) {
                stands = WholeCountry.fill(connection);
                new MadeUpCasework(FactCatalogue.load()).fill(connection);
            }
            Areas areas = Areas.load(reference);
            IndicatorCatalogue catalogue = IndicatorCatalogue.load();
            IndicatorQuery query = new ClickHouseIndicatorQuery(connection, catalogue, areas, Clock.systemUTC());
            System.out.printf(
                    Locale.ROOT,
                    "## Questions of the pages%n%n`ops/bench catalogue` on %s.%n%n%s with %d municipalities, %,d buurten, %d months,"
                            + " %d police classes: %,d stands; %,d rows of casework. %d indicators.%n%n",
                    machine.markdown(),
                    engine.description(),
                    WholeCountry.MUNICIPALITIES,
                    areas.ofKind(AreaKind.BUURT).size(),
                    WholeCountry.MONTHS,
                    WholeCountry.CLASSES,
                    stands,
                    count(connection, "core.casework_change"),
                    catalogue.indicators().size());
            measure(query, connection, questions(catalogue, areas));
        }
        if (!isKept) {
            delete(folder);
        }
        return 0;
    }

    private void measure(
            IndicatorQuery query,
            WarehouseConnection connection,
            Map<String, Function<Random, List<SeriesRequest>>> questions) {
        double empty = median(
                () -> connection.query("Empty question", "SELECT 1 AS one", Map.of(), row -> row.getLong("one")));
        System.out.printf(
                Locale.ROOT,
                "`SELECT 1` takes %.1f ms (p50).%n%n| question | series | p50 | p95 | max | p50 / `SELECT 1` |%n|---|---|---|---|---|---|%n",
                empty);
        questions.forEach((name, question) -> {
            int series = question.apply(random).size();
            double[] times = times(() -> query.series(question.apply(random)));
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %d | %.0f ms | %.0f ms | %.0f ms | %.0f |%n",
                    name,
                    series,
                    times[times.length / 2],
                    times[times.length * 95 / 100],
                    times[times.length - 1],
                    times[times.length / 2] / empty);
        });
    }

    private Map<String, Function<Random, List<SeriesRequest>>> questions(IndicatorCatalogue catalogue, Areas areas) {
        List<Indicator> theme = catalogue.indicators().stream()
                .filter(indicator -> indicator.theme().equals(THEME))
                .toList();
        AreaCode municipality = areas.municipality().code();
        List<AreaCode> buurten = own(areas, AreaKind.BUURT);
        List<AreaCode> wijken = own(areas, AreaKind.WIJK);
        List<AreaCode> others = areas.ofKind(AreaKind.REGIOGEMEENTE).stream()
                .limit(15)
                .map(Area::code)
                .toList();
        Map<String, Function<Random, List<SeriesRequest>>> questions = new LinkedHashMap<>();
        questions.put(
                "theme, municipality: 5 years and 24 months",
                chance -> theme.stream()
                        .flatMap(indicator ->
                                Stream.of(years(indicator, municipality, 5), months(indicator, municipality, 24)))
                        .toList());
        questions.put("theme, a buurt: 5 years and 24 months", chance -> {
            AreaCode buurt = any(buurten, chance);
            return theme.stream()
                    .flatMap(indicator -> Stream.of(years(indicator, buurt, 5), months(indicator, buurt, 24)))
                    .toList();
        });
        questions.put(
                "one indicator, municipality: 120 months",
                chance -> List.of(months(any(theme, chance), municipality, 120)));
        questions.put("map: one indicator, 44 buurten, 5 years", chance -> {
            Indicator indicator = any(theme, chance);
            return buurten.stream().map(buurt -> years(indicator, buurt, 5)).toList();
        });
        questions.put(
                "table: theme by wijk, 5 years",
                chance -> theme.stream()
                        .flatMap(indicator -> wijken.stream().map(wijk -> years(indicator, wijk, 5)))
                        .toList());
        questions.put("comparison: one indicator, 16 municipalities, region, country, 10 years", chance -> {
            Indicator indicator = any(theme, chance);
            return Stream.concat(Stream.of(municipality, new AreaCode("ZL"), new AreaCode("NL01")), others.stream())
                    .map(area -> years(indicator, area, 10))
                    .toList();
        });
        questions.put("theme, municipality, as known at a past moment: 5 years", chance -> {
            Instant peildatum = Instant.parse("2024-02-06T00:00:00Z").plusSeconds(chance.nextInt(10_000_000));
            return theme.stream()
                    .map(indicator -> asOf(years(indicator, municipality, 5), peildatum))
                    .toList();
        });
        questions.put(
                "theme ondermijning, municipality: 5 years and 24 months",
                chance -> catalogue.indicators().stream()
                        .filter(indicator -> indicator.theme().equals("ondermijning"))
                        .flatMap(indicator ->
                                Stream.of(years(indicator, municipality, 5), months(indicator, municipality, 24)))
                        .toList());
        questions.put("**all indicators, municipality, one month**", chance -> {
            YearMonth month = LAST_MONTH.minusMonths(chance.nextInt(WholeCountry.MONTHS - 1));
            Period period = new Period(PeriodGrain.MONTH, month);
            return catalogue.indicators().stream()
                    .map(indicator -> SeriesRequest.latest(indicator.id(), municipality, period, period))
                    .toList();
        });
        return questions;
    }

    private static List<AreaCode> own(Areas areas, AreaKind kind) {
        String digits = areas.municipality().code().value().substring(2);
        return areas.ofKind(kind).stream()
                .map(Area::code)
                .filter(code -> code.value().substring(2).startsWith(digits))
                .toList();
    }

    private static SeriesRequest years(Indicator indicator, AreaCode area, int number) {
        return SeriesRequest.latest(
                indicator.id(),
                area,
                Period.year(LAST_MONTH.getYear() - number + 1),
                Period.year(LAST_MONTH.getYear()));
    }

    private static SeriesRequest months(Indicator indicator, AreaCode area, int number) {
        return SeriesRequest.latest(
                indicator.id(),
                area,
                new Period(PeriodGrain.MONTH, LAST_MONTH.minusMonths(number - 1L)),
                new Period(PeriodGrain.MONTH, LAST_MONTH));
    }

    private static SeriesRequest asOf(SeriesRequest request, Instant peildatum) {
        return new SeriesRequest(request.indicator(), request.area(), request.from(), request.to(), peildatum);
    }

    private double median(Runnable action) {
        double[] times = times(action);
        return times[times.length / 2];
    }

    /** In milliseconds, from the shortest to the longest. */
    private double[] times(Runnable action) {
        for (int round = 0; round < WARM_UP; round++) {
            action.run();
        }
        double[] times = new double[rounds];
        for (int round = 0; round < rounds; round++) {
            long begin = System.nanoTime();
            action.run();
            times[round] = (System.nanoTime() - begin) / 1e6;
        }
        Arrays.sort(times);
        return times;
    }

    private static long stands(WarehouseConnection connection) {
        return count(connection, "mart.monthly_count");
    }

    private static long count(WarehouseConnection connection, String table) {
        return connection
                .query(
                        "Count of " + table,
                        "SELECT count() AS rows FROM " + table,
                        Map.of(),
                        row -> row.getLong("rows"))
                .get(0);
    }

    private static <T> T any(List<T> list, Random chance) {
        return list.get(chance.nextInt(list.size()));
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
