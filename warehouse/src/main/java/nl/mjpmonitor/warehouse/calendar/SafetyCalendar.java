package nl.mjpmonitor.warehouse.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.mjpmonitor.warehouse.reference.ReferenceFiles;
import nl.mjpmonitor.warehouse.reference.ReferenceProblems;
import nl.mjpmonitor.warehouse.reference.ReferenceRow;

/**
 * The days of {@value #FIRST_YEAR} to {@value #LAST_YEAR} and their hot times. Public holidays, carnival and the dark
 * months are computed; the other hot times come from {@code hot-times.csv}.
 */
public final class SafetyCalendar {

    public static final int FIRST_YEAR = 2017;
    public static final int LAST_YEAR = 2030;

    private static final String FILE = "hot-times.csv";
    private static final List<String> COLUMNS =
            List.of("kind", "name", "first_day", "last_day", "source", "is_demonstration");
    private static final String FROM_EASTER = "Berekend uit de datum van Pasen";
    private static final String DOCUMENT = "Collegevoorstel Uitvoeringsplan 2025-2026: donkere wintermaanden";
    private static final LocalDate FIRST_DAY = LocalDate.of(FIRST_YEAR, Month.JANUARY, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(LAST_YEAR, Month.DECEMBER, 31);

    private final List<HotTime> hotTimes;
    private final Map<LocalDate, CalendarDay> days = new TreeMap<>();

    private SafetyCalendar(List<HotTime> hotTimes) {
        this.hotTimes = hotTimes.stream()
                .sorted(Comparator.comparing(HotTime::firstDay).thenComparing(HotTime::kind))
                .toList();
        Map<LocalDate, List<HotTime>> byDay = this.hotTimes.stream()
                .flatMap(time ->
                        time.firstDay().datesUntil(time.lastDay().plusDays(1)).map(day -> Map.entry(day, time)))
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        FIRST_DAY
                .datesUntil(LAST_DAY.plusDays(1))
                .forEach(day -> days.put(
                        day,
                        new CalendarDay(
                                day,
                                publicHoliday(day),
                                byDay.getOrDefault(day, List.of()).stream()
                                        .sorted(Comparator.comparing(HotTime::kind))
                                        .toList())));
    }

    /**
     * The calendar of this installation.
     *
     * @throws nl.mjpmonitor.warehouse.reference.ReferenceException when the file is wrong
     */
    public static SafetyCalendar load() {
        return load(ReferenceFiles.of(System.getenv()));
    }

    /**
     * The calendar with the hot times of these files.
     *
     * @throws nl.mjpmonitor.warehouse.reference.ReferenceException when the file is wrong
     */
    public static SafetyCalendar load(ReferenceFiles files) {
        List<HotTime> hotTimes = new ArrayList<>(computed());
        hotTimes.addAll(read(files));
        return new SafetyCalendar(hotTimes);
    }

    /** All days, in order. */
    public List<CalendarDay> days() {
        return new ArrayList<>(days.values());
    }

    /** One day; empty outside the years of the calendar. */
    public Optional<CalendarDay> day(LocalDate date) {
        return Optional.ofNullable(days.get(date));
    }

    /** All hot times, by first day. */
    public List<HotTime> hotTimes() {
        return hotTimes;
    }

    /** The hot times with at least one day in the range, by first day. */
    public List<HotTime> hotTimes(LocalDate first, LocalDate last) {
        return hotTimes.stream()
                .filter(time ->
                        !time.firstDay().isAfter(last) && !time.lastDay().isBefore(first))
                .toList();
    }

    private static List<HotTime> computed() {
        return IntStream.rangeClosed(FIRST_YEAR, LAST_YEAR)
                .boxed()
                .flatMap(year -> {
                    LocalDate easter = Easter.of(year);
                    LocalDate opening = LocalDate.of(year, Month.NOVEMBER, 11);
                    return List.of(
                            new HotTime(
                                    HotTimeKind.CARNAVAL,
                                    "Carnaval",
                                    easter.minusDays(49),
                                    easter.minusDays(47),
                                    FROM_EASTER,
                                    false),
                            new HotTime(
                                    HotTimeKind.ELFDE_VAN_DE_ELFDE,
                                    "Elfde van de elfde",
                                    opening,
                                    opening,
                                    "Vaste datum",
                                    false),
                            darkMonths(LocalDate.of(year, Month.JANUARY, 1), LocalDate.of(year, Month.MARCH, 31)),
                            darkMonths(LocalDate.of(year, Month.OCTOBER, 1), LocalDate.of(year, Month.DECEMBER, 31)))
                            .stream();
                })
                .toList();
    }

    private static HotTime darkMonths(LocalDate first, LocalDate last) {
        return new HotTime(HotTimeKind.DONKERE_MAANDEN, "Donkere maanden", first, last, DOCUMENT, false);
    }

    private static List<HotTime> read(ReferenceFiles files) {
        ReferenceProblems problems = new ReferenceProblems();
        List<HotTime> read = new ArrayList<>();
        for (ReferenceRow row : files.read(FILE).rows(COLUMNS, problems)) {
            Optional<HotTimeKind> kind = HotTimeKind.of(row.text("kind"));
            if (kind.isEmpty()) {
                problems.add(
                        row,
                        "there is no such kind; write one of "
                                + Arrays.stream(HotTimeKind.values())
                                        .map(HotTimeKind::word)
                                        .collect(Collectors.joining(", ")));
            }
            String name = row.required("name");
            LocalDate first = row.requiredDate("first_day");
            LocalDate last = row.requiredDate("last_day");
            String source = row.required("source");
            boolean isDemonstration = row.flag("is_demonstration");
            if (last.isBefore(first)) {
                problems.add(row, "last_day lies before first_day; swap them or correct one");
            } else if (first.isBefore(FIRST_DAY) || last.isAfter(LAST_DAY)) {
                problems.add(
                        row,
                        "the days lie outside the calendar of " + FIRST_YEAR + " to " + LAST_YEAR
                                + "; correct them or remove the line");
            } else {
                kind.ifPresent(known -> read.add(new HotTime(known, name, first, last, source, isDemonstration)));
            }
        }
        problems.refuse();
        return read;
    }

    private static String publicHoliday(LocalDate day) {
        LocalDate kings = LocalDate.of(day.getYear(), Month.APRIL, 27);
        if (day.equals(kings.getDayOfWeek() == DayOfWeek.SUNDAY ? kings.minusDays(1) : kings)) {
            return "Koningsdag";
        }
        int fromEaster = (int) (day.toEpochDay() - Easter.of(day.getYear()).toEpochDay());
        return switch (fromEaster) {
            case -2 -> "Goede Vrijdag";
            case 0 -> "Eerste paasdag";
            case 1 -> "Tweede paasdag";
            case 39 -> "Hemelvaartsdag";
            case 49 -> "Eerste pinksterdag";
            case 50 -> "Tweede pinksterdag";
            default -> fixedHoliday(day);
        };
    }

    private static String fixedHoliday(LocalDate day) {
        return switch (day.getMonthValue() * 100 + day.getDayOfMonth()) {
            case 101 -> "Nieuwjaarsdag";
            case 505 -> "Bevrijdingsdag";
            case 1225 -> "Eerste kerstdag";
            case 1226 -> "Tweede kerstdag";
            default -> "";
        };
    }
}
