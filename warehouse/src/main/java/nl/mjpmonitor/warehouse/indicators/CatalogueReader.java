package nl.mjpmonitor.warehouse.indicators;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.mjpmonitor.warehouse.areas.AreaKind;
import nl.mjpmonitor.warehouse.packaged.PackagedFile;
import nl.mjpmonitor.warehouse.periods.PeriodGrain;

/**
 * Turns the files of the catalogue into a catalogue: {@code <theme>/theme.yaml}, {@code <theme>/<indicator>.yaml}, the
 * schemas of both and the code list of police classes.
 *
 * <p>It goes on after a problem, so that one reading tells all of them.
 */
final class CatalogueReader {

    private static final String POLICE_CLASSES = "police-classes.csv";
    private static final String THEME = "theme.yaml";

    private final Schema themeSchema;
    private final Schema indicatorSchema;
    private final Set<String> policeClasses;
    private final List<String> problems = new ArrayList<>();
    private final Map<String, IndicatorGroup> groups = new LinkedHashMap<>();
    private final Map<IndicatorId, Indicator> indicators = new LinkedHashMap<>();
    private final Map<IndicatorId, String> paths = new LinkedHashMap<>();

    private CatalogueReader(List<PackagedFile> files) {
        this.themeSchema = schema(files, "theme.schema.json");
        this.indicatorSchema = schema(files, "indicator.schema.json");
        this.policeClasses = only(files, POLICE_CLASSES)
                .text()
                .lines()
                .skip(1)
                .map(line -> line.substring(0, line.indexOf(';')))
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Reads a catalogue.
     *
     * @throws CatalogueException when any file is wrong
     */
    static IndicatorCatalogue read(List<PackagedFile> files) {
        CatalogueReader reader = new CatalogueReader(files);
        List<PackagedFile> yaml =
                files.stream().filter(file -> file.name().endsWith(".yaml")).toList();
        yaml.stream().filter(file -> file.name().equals(THEME)).forEach(reader::readTheme);
        yaml.stream().filter(file -> !file.name().equals(THEME)).forEach(reader::readIndicator);
        if (!reader.problems.isEmpty()) {
            throw new CatalogueException(reader.problems);
        }
        return reader.catalogue();
    }

    private IndicatorCatalogue catalogue() {
        List<String> groupOrder = List.copyOf(groups.keySet());
        Comparator<Indicator> order = Comparator.comparingInt(
                        (Indicator indicator) -> groupOrder.indexOf(indicator.group()))
                .thenComparingInt(Indicator::position)
                .thenComparing(Indicator::id);
        return new IndicatorCatalogue(
                List.copyOf(groups.values()),
                indicators.values().stream().sorted(order).toList());
    }

    private void readTheme(PackagedFile file) {
        valid(file, themeSchema).ifPresent(document -> {
            ThemeEntry theme = document.as(ThemeEntry.class);
            if (!theme.id().equals(themeOf(file))) {
                problems.add(document.problem("/id", "the id is not the name of the folder; make them equal"));
            }
            for (IndicatorGroup group : theme.toGroups()) {
                if (groups.putIfAbsent(group.id(), group) != null) {
                    problems.add(
                            document.problem("/groups", "group " + group.id() + " exists already; give it another id"));
                }
            }
        });
    }

    private void readIndicator(PackagedFile file) {
        valid(file, indicatorSchema).ifPresent(document -> {
            Indicator indicator = document.as(IndicatorEntry.class).toIndicator(themeOf(file));
            int known = problems.size();
            checkId(document, indicator);
            checkGroup(document, indicator);
            checkMeasures(document);
            checkVersions(document, indicator);
            if (problems.size() == known) {
                indicators.put(indicator.id(), indicator);
            }
        });
    }

    private void checkId(CatalogueDocument document, Indicator indicator) {
        String path = document.file().path();
        String earlier = paths.putIfAbsent(indicator.id(), path);
        if (earlier != null) {
            problems.add(document.problem(
                    "/id", "id " + indicator.id() + " is used by " + earlier + " already; choose another"));
        }
        if (!document.file().name().equals(indicator.id() + ".yaml")) {
            problems.add(
                    document.problem("/id", "the file is not named after its id; name it " + indicator.id() + ".yaml"));
        }
    }

    private void checkGroup(CatalogueDocument document, Indicator indicator) {
        IndicatorGroup group = groups.get(indicator.group());
        if (group == null || !group.theme().equals(indicator.theme())) {
            String known = groups.values().stream()
                    .filter(candidate -> candidate.theme().equals(indicator.theme()))
                    .map(IndicatorGroup::id)
                    .collect(Collectors.joining(", "));
            problems.add(document.problem(
                    "/group",
                    "theme " + indicator.theme() + " has no group " + indicator.group() + "; choose one of " + known
                            + " or add it to " + THEME));
        }
    }

    private void checkMeasures(CatalogueDocument document) {
        List<String> classes = document.as(IndicatorEntry.class).numerator().policeClasses();
        for (int index = 0; index < classes.size(); index++) {
            if (!policeClasses.contains(classes.get(index))) {
                problems.add(document.problem(
                        "/numerator/policeClasses/" + index,
                        "police class " + classes.get(index) + " does not exist; choose one out of " + POLICE_CLASSES));
            }
        }
    }

    private void checkVersions(CatalogueDocument document, Indicator indicator) {
        List<DefinitionVersion> versions = indicator.versions();
        for (int index = 1; index < versions.size(); index++) {
            if (!versions.get(index - 1).from().isBefore(versions.get(index).from())) {
                problems.add(document.problem(
                        "/versions/" + index + "/from",
                        "version " + (index + 1) + " does not start after the one before it; order them by month"));
            }
        }
    }

    private Optional<CatalogueDocument> valid(PackagedFile file, Schema schema) {
        try {
            CatalogueDocument document = CatalogueDocument.parse(file);
            List<String> violations = document.violations(schema);
            problems.addAll(violations);
            return violations.isEmpty() ? Optional.of(document) : Optional.empty();
        } catch (CatalogueException unreadable) {
            problems.addAll(unreadable.problems());
            return Optional.empty();
        }
    }

    private static String themeOf(PackagedFile file) {
        return file.folder().substring(file.folder().lastIndexOf('/') + 1);
    }

    private static Schema schema(List<PackagedFile> files, String name) {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(only(files, name).text());
    }

    private static PackagedFile only(List<PackagedFile> files, String name) {
        return files.stream()
                .filter(file -> file.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new CatalogueException(List.of(name + " is not there; restore it")));
    }

    /** {@code theme.yaml} as it is written. */
    private record ThemeEntry(String id, LocalizedText name, List<GroupEntry> groups) {

        List<IndicatorGroup> toGroups() {
            return groups.stream()
                    .map(group -> new IndicatorGroup(group.id(), id, group.name()))
                    .toList();
        }
    }

    private record GroupEntry(String id, LocalizedText name) {}

    /** {@code <indicator>.yaml} as it is written. */
    private record IndicatorEntry(
            String id,
            String group,
            int position,
            LocalizedText name,
            LocalizedText definition,
            Unit unit,
            NumeratorEntry numerator,
            String owner,
            Set<AreaKind> areas,
            Set<PeriodGrain> periods,
            Direction direction,
            LocalizedText target,
            Confidentiality confidentiality,
            int suppressBelow,
            int provisionalMonths,
            Set<Integer> exceptionalYears,
            List<VersionEntry> versions,
            List<SourceNote> notes) {

        Indicator toIndicator(String theme) {
            return new Indicator(
                    new IndicatorId(id),
                    theme,
                    group,
                    position,
                    name,
                    definition,
                    unit,
                    numerator.source(),
                    owner,
                    numerator.measures(),
                    areas,
                    periods,
                    direction,
                    target,
                    confidentiality,
                    suppressBelow,
                    provisionalMonths,
                    exceptionalYears,
                    versions.stream().map(VersionEntry::toVersion).toList(),
                    notes);
        }
    }

    private record NumeratorEntry(String source, List<String> policeClasses) {

        List<String> measures() {
            return policeClasses.stream()
                    .map(policeClass -> "politie." + policeClass)
                    .toList();
        }
    }

    private record VersionEntry(String from, LocalizedText note) {

        DefinitionVersion toVersion() {
            return new DefinitionVersion(YearMonth.parse(from), note);
        }
    }
}
