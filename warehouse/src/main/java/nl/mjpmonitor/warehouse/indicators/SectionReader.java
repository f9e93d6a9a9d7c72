package nl.mjpmonitor.warehouse.indicators;

import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import nl.mjpmonitor.warehouse.areas.AreaKind;
import nl.mjpmonitor.warehouse.catalogue.CatalogueDocument;
import nl.mjpmonitor.warehouse.catalogue.CatalogueFiles;
import nl.mjpmonitor.warehouse.catalogue.LocalizedText;
import nl.mjpmonitor.warehouse.indicators.CatalogueReader.ReadIndicator;
import nl.mjpmonitor.warehouse.periods.PeriodGrain;
import org.jspecify.annotations.Nullable;

/** Reads the sections of the themes: they refer to indicators that are there and can be shown so. */
final class SectionReader {

    private final Map<IndicatorId, ReadIndicator> indicators;
    private final Set<String> writtenIds;
    private final CatalogueFiles files;

    /**
     * Prepares the reading.
     *
     * @param writtenIds all ids, also of entries that have other problems: referring to those is no problem of its own
     */
    SectionReader(Map<IndicatorId, ReadIndicator> indicators, Set<String> writtenIds, CatalogueFiles files) {
        this.indicators = indicators;
        this.writtenIds = writtenIds;
        this.files = files;
    }

    /** Keeps what is wrong with the sections of one theme. */
    void check(CatalogueDocument document, List<Entry> sections) {
        Set<String> ids = new HashSet<>();
        for (int index = 0; index < sections.size(); index++) {
            Entry section = sections.get(index);
            String pointer = "/sections/" + index;
            if (!ids.add(section.id())) {
                files.add(document.problem(
                        pointer + "/id", "section " + section.id() + " exists already; give it another id"));
            }
            new SectionCheck(document, pointer, section).check();
        }
    }

    /**
     * The sections, groups replaced by their indicators.
     *
     * @param all all indicators in the order of showing
     */
    List<ThemeSection> read(List<Entry> sections, List<Indicator> all) {
        return sections.stream().map(section -> section.toSection(all)).toList();
    }

    /** Whether an indicator can be shown so. Of a group only those that can are shown. */
    private static Predicate<Indicator> fit(ThemeSection.Kind kind, List<Indicator> named) {
        return switch (kind) {
            case COMPARISON ->
                indicator ->
                        indicator.measure() instanceof Measure.Count || indicator.measure() instanceof Measure.Distinct;
            case PARTS ->
                indicator -> named.stream()
                        .findFirst()
                        .filter(whole -> whole.unit() == indicator.unit())
                        .isPresent();
            case TIMELINE -> indicator -> indicator.grains().contains(PeriodGrain.MONTH);
            case SURVEY -> indicator -> indicator.measure() instanceof Measure.Level;
            case BUDGET -> indicator -> indicator.unit() == Unit.EURO;
            case REGIONS ->
                indicator -> indicator.areas().contains(AreaKind.REGIO)
                        && indicator.areas().contains(AreaKind.LAND);
            case TRENDS, STEPS, LEAD_TIMES, HOTSPOTS, STAGNATION -> indicator -> true;
        };
    }

    private static String unfit(ThemeSection.Kind kind) {
        return switch (kind) {
            case COMPARISON -> "is no count";
            case PARTS -> "does not have the unit of the whole, so no remainder can be taken";
            case TIMELINE -> "is not defined for months";
            case SURVEY -> "is no result of a survey";
            case BUDGET -> "is no amount of money";
            case REGIONS -> "is not defined for the region and the country";
            case TRENDS, STEPS, LEAD_TIMES, HOTSPOTS, STAGNATION -> "cannot be shown so";
        };
    }

    /** What is wrong with one section. */
    private final class SectionCheck {

        private final CatalogueDocument document;
        private final String pointer;
        private final Entry section;

        SectionCheck(CatalogueDocument document, String pointer, Entry section) {
            this.document = document;
            this.pointer = pointer;
            this.section = section;
        }

        void check() {
            checkReferences("/indicators/", section.indicators());
            checkReferences("/events/", section.events());
            section.groups().stream()
                    .filter(group -> inGroup(group).isEmpty())
                    .forEach(group -> problem(
                            "/groups/" + section.groups().indexOf(group),
                            "there is no group " + group + " with indicators; add one or correct its spelling"));
            checkOrigins();
            checkKind();
        }

        private void checkReferences(String key, List<String> ids) {
            for (int index = 0; index < ids.size(); index++) {
                if (!writtenIds.contains(ids.get(index))) {
                    problem(
                            key + index,
                            "there is no indicator " + ids.get(index) + "; add it or correct its spelling");
                }
            }
        }

        private void checkOrigins() {
            section.of().forEach((step, origin) -> {
                int at = section.indicators().indexOf(step);
                int from = section.indicators().indexOf(origin);
                if (from < 0 || at <= from) {
                    problem(
                            "/of",
                            step + " does not come after " + origin + " in the section; list both in this order");
                }
            });
        }

        private void checkKind() {
            List<Indicator> named = named();
            Predicate<Indicator> isFit = fit(section.kind(), named);
            named.stream()
                    .filter(isFit.negate())
                    .forEach(indicator -> problem(
                            "/indicators/"
                                    + section.indicators()
                                            .indexOf(indicator.id().value()),
                            indicator.id() + " " + unfit(section.kind()) + "; remove it or choose another kind"));
            if (section.kind() == ThemeSection.Kind.LEAD_TIMES) {
                checkPairs(named);
            }
            boolean isSeveral = section.kind() == ThemeSection.Kind.PARTS || section.kind() == ThemeSection.Kind.STEPS;
            if (isSeveral && section.groups().isEmpty() && section.indicators().size() < 2) {
                problem("/indicators", "this kind needs at least 2 indicators; add them");
            }
        }

        private void checkPairs(List<Indicator> named) {
            boolean isPaired = named.size() % 2 == 0;
            for (int index = 0; isPaired && index < named.size(); index++) {
                Measure.Quantile expected = index % 2 == 0 ? Measure.Quantile.MEDIAN : Measure.Quantile.NINETY_PERCENT;
                isPaired = named.get(index).measure() instanceof Measure.Duration duration
                        && duration.quantile() == expected;
            }
            if (!isPaired && named.size() == section.indicators().size()) {
                problem(
                        "/indicators",
                        "lead times come in pairs, first the median and then the 90% limit; order them so");
            }
        }

        private List<Indicator> named() {
            return section.indicators().stream()
                    .map(id -> Optional.ofNullable(indicators.get(new IndicatorId(id))))
                    .flatMap(Optional::stream)
                    .map(ReadIndicator::indicator)
                    .toList();
        }

        private List<Indicator> inGroup(String group) {
            return indicators.values().stream()
                    .map(ReadIndicator::indicator)
                    .filter(indicator -> indicator.group().equals(group))
                    .toList();
        }

        private void problem(String key, String sentence) {
            files.add(document.problem(pointer + key, sentence));
        }
    }

    /** A section as it is written. */
    record Entry(
            String id,
            ThemeSection.Kind kind,
            LocalizedText title,
            @Nullable LocalizedText text,
            @Nullable LocalizedText remainder,
            ThemeSection.@Nullable Scale scale,
            @Nullable List<String> indicators,
            @Nullable List<String> groups,
            @Nullable Map<String, String> of,
            @Nullable List<String> events) {

        @Override
        public List<String> indicators() {
            return Objects.requireNonNullElse(indicators, List.of());
        }

        @Override
        public List<String> groups() {
            return Objects.requireNonNullElse(groups, List.of());
        }

        @Override
        public Map<String, String> of() {
            return Objects.requireNonNullElse(of, Map.of());
        }

        @Override
        public List<String> events() {
            return Objects.requireNonNullElse(events, List.of());
        }

        private ThemeSection toSection(List<Indicator> all) {
            List<Indicator> named = all.stream()
                    .filter(indicator -> indicators().contains(indicator.id().value()))
                    .sorted(Comparator.comparingInt(
                            indicator -> indicators().indexOf(indicator.id().value())))
                    .toList();
            Stream<IndicatorId> grouped = groups().stream()
                    .flatMap(group ->
                            all.stream().filter(indicator -> indicator.group().equals(group)))
                    .filter(fit(kind, named))
                    .map(Indicator::id);
            Map<IndicatorId, IndicatorId> origins = new LinkedHashMap<>();
            of().forEach((step, origin) -> origins.put(new IndicatorId(step), new IndicatorId(origin)));
            return new ThemeSection(
                    id,
                    kind,
                    title,
                    Optional.ofNullable(text),
                    Optional.ofNullable(remainder),
                    Objects.requireNonNullElse(scale, ThemeSection.Scale.SHARED),
                    Stream.concat(indicators().stream().map(IndicatorId::new), grouped)
                            .toList(),
                    origins,
                    events().stream().map(IndicatorId::new).toList());
        }
    }
}
