package nl.mjpmonitor.warehouse.indicators;

import com.networknt.schema.Schema;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import nl.mjpmonitor.warehouse.catalogue.CatalogueDocument;
import nl.mjpmonitor.warehouse.catalogue.CatalogueException;
import nl.mjpmonitor.warehouse.catalogue.CatalogueFiles;
import nl.mjpmonitor.warehouse.catalogue.LocalizedText;
import nl.mjpmonitor.warehouse.facts.FactCatalogue;
import nl.mjpmonitor.warehouse.packaged.PackagedFile;
import org.jspecify.annotations.Nullable;

/**
 * Turns the files of the catalogue into a catalogue: {@code facts/<system>.yaml}, {@code <theme>/theme.yaml},
 * {@code <theme>/<indicator>.yaml} and their schemas.
 *
 * <p>It goes on after a problem, so that one reading tells all of them; only when the facts are wrong it stops there,
 * because everything else refers to them.
 */
final class CatalogueReader {

    private static final String THEME = "theme.yaml";

    /** Folders that hold no indicators. */
    private static final Set<String> NO_THEMES = Set.of("facts", "programme");

    private final CatalogueFiles files;
    private final Schema themeSchema;
    private final Schema indicatorSchema;
    private final FactCatalogue facts;
    private final List<ReadTheme> themes = new ArrayList<>();
    private final Map<String, IndicatorGroup> groups = new LinkedHashMap<>();
    private final Map<IndicatorId, ReadIndicator> indicators = new LinkedHashMap<>();
    private final Map<String, String> paths = new LinkedHashMap<>();

    private CatalogueReader(CatalogueFiles files) {
        this.files = files;
        this.themeSchema = files.schema("theme.schema.json");
        this.indicatorSchema = files.schema("indicator.schema.json");
        this.facts = FactCatalogue.read(files);
    }

    /**
     * Reads a catalogue.
     *
     * @throws CatalogueException when any file is wrong
     */
    static IndicatorCatalogue read(List<PackagedFile> packaged) {
        CatalogueFiles files = new CatalogueFiles(packaged);
        CatalogueReader reader = new CatalogueReader(files);
        List<PackagedFile> yaml = files.yaml().stream()
                .filter(file -> !NO_THEMES.contains(themeOf(file)))
                .toList();
        yaml.stream().filter(file -> file.name().equals(THEME)).forEach(reader::readTheme);
        yaml.stream().filter(file -> !file.name().equals(THEME)).forEach(reader::readIndicator);
        new RatioCheck(reader.indicators, reader.paths.keySet(), files).check();
        reader.indicators.values().forEach(read -> checkWhole(read, reader.paths.keySet(), files));
        reader.themes.forEach(reader::checkHeadline);
        SectionReader sections = new SectionReader(reader.indicators, reader.paths.keySet(), files);
        reader.themes.forEach(
                theme -> sections.check(theme.document(), theme.entry().sections()));
        files.refuseProblems();
        return reader.catalogue(sections);
    }

    private static void checkWhole(ReadIndicator read, Set<String> writtenIds, CatalogueFiles files) {
        read.indicator()
                .disclosure()
                .partOf()
                .filter(whole -> !writtenIds.contains(whole.value())
                        || whole.equals(read.indicator().id()))
                .ifPresent(whole -> files.add(read.document()
                        .problem(
                                "/disclosure/partOf",
                                "there is no other indicator " + whole + "; add it or correct its spelling")));
    }

    private void checkHeadline(ReadTheme theme) {
        List<String> headline = theme.entry().headline();
        for (int index = 0; index < headline.size(); index++) {
            String id = headline.get(index);
            String path = paths.getOrDefault(id, "");
            if (!path.startsWith(theme.document().file().folder() + "/")) {
                files.add(theme.document()
                        .problem(
                                "/headline/" + index,
                                "theme " + theme.entry().id() + " has no indicator " + id
                                        + "; add it or correct its spelling"));
            }
        }
    }

    private IndicatorCatalogue catalogue(SectionReader sections) {
        List<ThemeEntry> themeOrder = themes.stream()
                .map(ReadTheme::entry)
                .sorted(Comparator.comparingInt(ThemeEntry::position).thenComparing(ThemeEntry::id))
                .toList();
        List<IndicatorGroup> ordered = themeOrder.stream()
                .flatMap(theme ->
                        groups.values().stream().filter(group -> group.theme().equals(theme.id())))
                .toList();
        List<String> groupOrder = ordered.stream().map(IndicatorGroup::id).toList();
        Comparator<Indicator> order = Comparator.comparingInt(
                        (Indicator indicator) -> groupOrder.indexOf(indicator.group()))
                .thenComparingInt(Indicator::position)
                .thenComparing(Indicator::id);
        List<Indicator> sorted = indicators.values().stream()
                .map(read -> read.indicator().from(sourceOf(read.indicator().id())))
                .sorted(order)
                .toList();
        return new IndicatorCatalogue(
                themeOrder.stream()
                        .map(theme -> new IndicatorTheme(
                                theme.id(),
                                theme.position(),
                                theme.name(),
                                theme.headline().stream().map(IndicatorId::new).toList(),
                                sections.read(theme.sections(), sorted)))
                        .toList(),
                ordered,
                sorted);
    }

    /** A ratio comes from where that comes from which is divided. */
    private String sourceOf(IndicatorId id) {
        Indicator indicator = Objects.requireNonNull(indicators.get(id)).indicator();
        return indicator.measure() instanceof Measure.Ratio ratio ? sourceOf(ratio.of()) : indicator.source();
    }

    private void readTheme(PackagedFile file) {
        files.valid(file, themeSchema).ifPresent(document -> {
            ThemeEntry theme = document.as(ThemeEntry.class);
            if (!theme.id().equals(themeOf(file))) {
                files.add(document.problem("/id", "the id is not the name of the folder; make them equal"));
            }
            themes.add(new ReadTheme(theme, document));
            for (IndicatorGroup group : theme.toGroups()) {
                if (groups.putIfAbsent(group.id(), group) != null) {
                    files.add(
                            document.problem("/groups", "group " + group.id() + " exists already; give it another id"));
                }
            }
        });
    }

    private void readIndicator(PackagedFile file) {
        files.valid(file, indicatorSchema).ifPresent(document -> {
            IndicatorEntry entry = document.as(IndicatorEntry.class);
            int known = files.problemCount();
            checkId(document, entry);
            checkGroup(document, entry);
            new VersionCheck(document, files).check(entry.versions());
            new EntryCheck(document, files).check(entry);
            new MeasureReader(document, files, facts)
                    .read(entry.measure())
                    .filter(measure -> files.problemCount() == known)
                    .map(measure -> entry.toIndicator(themeOf(file), measure))
                    .ifPresent(indicator -> indicators.put(indicator.id(), new ReadIndicator(indicator, document)));
        });
    }

    private void checkId(CatalogueDocument document, IndicatorEntry entry) {
        String earlier = paths.putIfAbsent(entry.id(), document.file().path());
        if (earlier != null) {
            files.add(document.problem(
                    "/id", "id " + entry.id() + " is used by " + earlier + " already; choose another"));
        }
        if (!document.file().name().equals(entry.id() + ".yaml")) {
            files.add(document.problem("/id", "the file is not named after its id; name it " + entry.id() + ".yaml"));
        }
    }

    private void checkGroup(CatalogueDocument document, IndicatorEntry entry) {
        String theme = themeOf(document.file());
        IndicatorGroup group = groups.get(entry.group());
        if (group == null || !group.theme().equals(theme)) {
            List<String> known = groups.values().stream()
                    .filter(candidate -> candidate.theme().equals(theme))
                    .map(IndicatorGroup::id)
                    .toList();
            files.add(document.problem(
                    "/group",
                    known.isEmpty()
                            ? "there is no theme " + theme + "; add " + theme + "/" + THEME + " or move the file"
                            : "theme " + theme + " has no group " + entry.group() + "; choose one of "
                                    + String.join(", ", known) + " or add it to " + THEME));
        }
    }

    private static String themeOf(PackagedFile file) {
        return file.folder().substring(file.folder().lastIndexOf('/') + 1);
    }

    /** An indicator and the document it was read from, which knows its lines. */
    record ReadIndicator(Indicator indicator, CatalogueDocument document) {}

    private record ReadTheme(ThemeEntry entry, CatalogueDocument document) {}

    /** {@code theme.yaml} as it is written. */
    private record ThemeEntry(
            String id,
            int position,
            LocalizedText name,
            @Nullable List<String> headline,
            List<GroupEntry> groups,
            @Nullable List<SectionReader.Entry> sections) {

        @Override
        public List<String> headline() {
            return Objects.requireNonNullElse(headline, List.of());
        }

        @Override
        public List<SectionReader.Entry> sections() {
            return Objects.requireNonNullElse(sections, List.of());
        }

        List<IndicatorGroup> toGroups() {
            return groups.stream()
                    .map(group -> new IndicatorGroup(group.id(), id, group.name()))
                    .toList();
        }
    }

    private record GroupEntry(String id, LocalizedText name) {}
}
