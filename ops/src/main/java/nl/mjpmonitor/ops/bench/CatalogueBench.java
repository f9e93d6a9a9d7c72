package nl.mjpmonitor.ops.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
    private static final int GOAL_MILLIS = 100;
    private static final int REVIEWED_MONTHS = 24;

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
            measureEveryPage(query, everyPage(catalogue, areas));
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
        double empty = times(() ->
                        connection.query("Empty question", "SELECT 1 AS one", Map.of(), row -> row.getLong("one")))
                .quantile(0.5);
        System.out.printf(
                Locale.ROOT,
                "`SELECT 1` takes %.1f ms (p50).%n%n| question | series | p50 | p95 | max | p50 / `SELECT 1` |%n|---|---|---|---|---|---|%n",
                empty);
        questions.forEach((name, question) -> {
            int series = question.apply(random).size();
            Times times = times(() -> query.series(question.apply(random)));
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %d | %.0f ms | %.0f ms | %.0f ms | %.0f |%n",
                    name,
                    series,
                    times.quantile(0.5),
                    times.quantile(0.95),
                    times.quantile(1),
                    times.quantile(0.5) / empty);
        });
    }

    private void measureEveryPage(IndicatorQuery query, Map<String, List<List<SeriesRequest>>> pages) {
        System.out.printf(
                Locale.ROOT,
                "%n| every page once | pages | p50 | p95 | max | below %d ms |%n|---|---|---|---|---|---|%n",
                GOAL_MILLIS);
        List<Double> all = new ArrayList<>();
        pages.forEach((kind, asked) -> {
            List<Double> millis =
                    asked.stream().map(page -> millis(() -> query.series(page))).toList();
            all.addAll(millis);
            System.out.println(everyPageRow(kind, Times.of(millis)));
        });
        System.out.println(everyPageRow("**all**", Times.of(all)));
    }

    private static String everyPageRow(String kind, Times times) {
        long quick =
                times.millis().stream().filter(millis -> millis < GOAL_MILLIS).count();
        return String.format(
                Locale.ROOT, "| %s | %s | %.1f%% |", kind, times.cells(), 100.0 * quick / Math.max(1, times.count()));
    }

    /** What each page asks that a reader can open, by kind. */
    private Map<String, List<List<SeriesRequest>>> everyPage(IndicatorCatalogue catalogue, Areas areas) {
        Map<String, List<Indicator>> themes = catalogue.indicators().stream()
                .collect(Collectors.groupingBy(Indicator::theme, LinkedHashMap::new, Collectors.toList()));
        AreaCode municipality = areas.municipality().code();
        List<AreaCode> parts = Stream.concat(
                        Stream.of(AreaKind.STADSDEEL, AreaKind.LWA)
                                .flatMap(kind -> areas.ofKind(kind).stream().map(Area::code)),
                        Stream.of(AreaKind.WIJK, AreaKind.BUURT).flatMap(kind -> own(areas, kind).stream()))
                .toList();
        Map<String, List<List<SeriesRequest>>> pages = new LinkedHashMap<>();
        themes.forEach((theme, indicators) -> pages.put(
                "theme " + theme + ", of the municipality and of each of its parts",
                Stream.concat(Stream.of(municipality), parts.stream())
                        .map(area -> theme(indicators, area))
                        .toList()));
        pages.put(
                "indicator, 120 months",
                catalogue.indicators().stream()
                        .map(indicator -> List.of(months(indicator, municipality, 120)))
                        .toList());
        pages.put(
                "month review: all indicators of a month",
                IntStream.range(0, REVIEWED_MONTHS)
                        .mapToObj(back -> month(catalogue.indicators(), municipality, LAST_MONTH.minusMonths(back)))
                        .toList());
        return pages;
    }

    private static List<SeriesRequest> theme(List<Indicator> indicators, AreaCode area) {
        return indicators.stream()
                .flatMap(indicator -> Stream.of(years(indicator, area, 5), months(indicator, area, 24)))
                .toList();
    }

    private static List<SeriesRequest> month(Collection<Indicator> indicators, AreaCode area, YearMonth month) {
        Period period = new Period(PeriodGrain.MONTH, month);
        return indicators.stream()
                .map(indicator -> SeriesRequest.latest(indicator.id(), area, period, period))
                .toList();
    }

    private Map<String, Function<Random, List<SeriesRequest>>> questions(IndicatorCatalogue catalogue, Areas areas) {
        List<Indicator> theme = ofTheme(catalogue, THEME);
        AreaCode municipality = areas.municipality().code();
        List<AreaCode> buurten = own(areas, AreaKind.BUURT);
        List<AreaCode> wijken = own(areas, AreaKind.WIJK);
        List<AreaCode> others = areas.ofKind(AreaKind.REGIOGEMEENTE).stream()
                .limit(15)
                .map(Area::code)
                .toList();
        Map<String, Function<Random, List<SeriesRequest>>> questions = new LinkedHashMap<>();
        questions.put("theme, municipality: 5 years and 24 months", chance -> theme(theme, municipality));
        questions.put("theme, a buurt: 5 years and 24 months", chance -> theme(theme, any(buurten, chance)));
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
        List<Indicator> casework = ofTheme(catalogue, "ondermijning");
        questions.put(
                "theme ondermijning, municipality: 5 years and 24 months", chance -> theme(casework, municipality));
        questions.put(
                "**all indicators, municipality, one month**",
                chance -> month(
                        catalogue.indicators(),
                        municipality,
                        LAST_MONTH.minusMonths(chance.nextInt(WholeCountry.MONTHS - 1))));
        return questions;
    }

    private static List<Indicator> ofTheme(IndicatorCatalogue catalogue, String theme) {
        return catalogue.indicators().stream()
                .filter(indicator -> indicator.theme().equals(theme))
                .toList();
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

    private Times times(Runnable action) {
        for (int round = 0; round < WARM_UP; round++) {
            action.run();
        }
        return Times.of(
                IntStream.range(0, rounds).mapToObj(round -> millis(action)).toList());
    }

    private static double millis(Runnable action) {
        long begin = System.nanoTime();
        action.run();
        return (System.nanoTime() - begin) / 1e6;
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
