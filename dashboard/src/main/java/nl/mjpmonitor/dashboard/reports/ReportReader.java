package nl.mjpmonitor.dashboard.reports;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.mjpmonitor.dashboard.reports.ReportEntry.BlockEntry;
import nl.mjpmonitor.dashboard.reports.ReportEntry.SectionEntry;
import nl.mjpmonitor.dashboard.reports.ReportEntry.TableEntry;
import nl.mjpmonitor.warehouse.areas.AreaKind;
import nl.mjpmonitor.warehouse.catalogue.CatalogueDocument;
import nl.mjpmonitor.warehouse.catalogue.CatalogueFiles;
import nl.mjpmonitor.warehouse.indicators.Indicator;
import nl.mjpmonitor.warehouse.indicators.IndicatorCatalogue;
import nl.mjpmonitor.warehouse.indicators.IndicatorId;
import nl.mjpmonitor.warehouse.packaged.PackagedFile;
import nl.mjpmonitor.warehouse.packaged.PackagedFiles;
import nl.mjpmonitor.warehouse.periods.PeriodGrain;

/**
 * Turns the files {@code reports/<report>.yaml} into the catalogue of reports. It goes on after a problem, so that one reading
 * tells all of them.
 */
final class ReportReader {

    private static final List<String> REPORTS = List.of(
            "maandbeeld",
            "tussenrapportage",
            "tussentijdse-evaluatie",
            "raadsinformatiebrief-bijlage",
            "gebiedsrapport");

    private final IndicatorCatalogue indicators;
    private final SelectionList list;
    private final CatalogueFiles files;
    private final List<ReportDefinition> definitions = new ArrayList<>();

    private ReportReader(IndicatorCatalogue indicators, SelectionList list, CatalogueFiles files) {
        this.indicators = indicators;
        this.list = list;
        this.files = files;
    }

    /**
     * Reads the reports that are packaged with the dashboard.
     *
     * @throws nl.mjpmonitor.warehouse.catalogue.CatalogueException when any is wrong; it names file, line and what to change
     */
    static ReportCatalogue packaged(IndicatorCatalogue indicators) {
        return read(
                indicators,
                REPORTS.stream()
                        .map(name -> PackagedFiles.read("reports/" + name + ".yaml"))
                        .toList());
    }

    static ReportCatalogue read(IndicatorCatalogue indicators, List<PackagedFile> yaml) {
        CatalogueFiles files = new CatalogueFiles(yaml);
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(PackagedFiles.read("reports/report.schema.json").text());
        SelectionList list = SelectionList.packaged();
        ReportReader reader = new ReportReader(indicators, list, files);
        yaml.forEach(file -> files.valid(file, schema).ifPresent(reader::read));
        files.refuseProblems();
        return new ReportCatalogue(
                reader.definitions.stream()
                        .sorted(Comparator.comparingInt(ReportDefinition::position))
                        .toList(),
                list);
    }

    private void read(CatalogueDocument document) {
        ReportEntry entry = document.as(ReportEntry.class);
        int known = files.problemCount();
        if (!document.file().name().equals(entry.id() + ".yaml")) {
            files.add(document.problem("/id", "the file is not named after its id; name it " + entry.id() + ".yaml"));
        }
        checkIds(document, entry);
        Optional<Retention> retention = list.find(entry.retention());
        if (retention.isEmpty()) {
            files.add(document.problem(
                    "/retention",
                    "category %s is not in retention.yaml; add it there or use one of %s"
                            .formatted(
                                    entry.retention(),
                                    list.results().stream()
                                            .map(Retention::category)
                                            .collect(Collectors.joining(", ")))));
            return;
        }
        List<ReportSection> sections = new ArrayList<>();
        for (int number = 0; number < entry.sections().size(); number++) {
            sections.add(
                    section(document, "/sections/" + number, entry.sections().get(number)));
        }
        ReportDefinition definition = new ReportDefinition(
                new ReportId(entry.id()),
                entry.position(),
                entry.title(),
                entry.period(),
                entry.audience(),
                entry.areas(),
                retention.orElseThrow(),
                sections);
        checkIndicators(document, entry, definition);
        checkMaps(document, entry);
        if (files.problemCount() == known) {
            definitions.add(definition);
        }
    }

    private void checkIds(CatalogueDocument document, ReportEntry entry) {
        Set<String> ids = new HashSet<>();
        for (int section = 0; section < entry.sections().size(); section++) {
            SectionEntry one = entry.sections().get(section);
            checkId(document, "/sections/" + section + "/id", one.id(), ids);
            for (int block = 0; block < one.blocks().size(); block++) {
                BlockEntry each = one.blocks().get(block);
                checkId(
                        document,
                        "/sections/%d/blocks/%d/%s/id".formatted(section, block, each.kind()),
                        each.id(),
                        ids);
            }
        }
    }

    private void checkId(CatalogueDocument document, String pointer, String id, Set<String> ids) {
        if (!ids.add(id)) {
            files.add(document.problem(pointer, "id " + id + " is used before in this report; choose another"));
        }
    }

    private void checkIndicators(CatalogueDocument document, ReportEntry entry, ReportDefinition definition) {
        for (int section = 0; section < entry.sections().size(); section++) {
            List<BlockEntry> blocks = entry.sections().get(section).blocks();
            for (int block = 0; block < blocks.size(); block++) {
                String pointer = "/sections/%d/blocks/%d/%s"
                        .formatted(section, block, blocks.get(block).kind());
                for (String id : blocks.get(block).indicators()) {
                    checkIndicator(document, pointer, id, definition);
                }
            }
        }
    }

    /** A map has all buurten and a whole year: of less the rates of small areas say nothing. */
    private void checkMaps(CatalogueDocument document, ReportEntry entry) {
        for (int section = 0; section < entry.sections().size(); section++) {
            List<BlockEntry> blocks = entry.sections().get(section).blocks();
            for (int block = 0; block < blocks.size(); block++) {
                if (blocks.get(block).map() != null) {
                    checkMap(
                            document, entry, "/sections/%d/blocks/%d/map".formatted(section, block), blocks.get(block));
                }
            }
        }
    }

    private void checkMap(CatalogueDocument document, ReportEntry entry, String pointer, BlockEntry block) {
        if (entry.period() != PeriodGrain.YEAR || !entry.areas().equals(Set.of(AreaKind.GEMEENTE))) {
            files.add(document.problem(
                    pointer,
                    "a map is about all buurten in a year; use it in a report of the municipality and a year"));
        }
        block.indicators().stream()
                .flatMap(id -> indicators.find(new IndicatorId(id)).stream())
                .filter(indicator -> !indicator.areas().contains(AreaKind.BUURT)
                        || !indicator.grains().contains(PeriodGrain.YEAR)
                        || !indicator.unit().isWhole()
                        || !indicator.measure().isAdditive())
                .forEach(indicator -> files.add(document.problem(
                        pointer,
                        "indicator %s is not counted in every buurt by year; choose another"
                                .formatted(indicator.id()))));
    }

    private void checkIndicator(CatalogueDocument document, String pointer, String id, ReportDefinition definition) {
        Optional<Indicator> indicator = indicators.find(new IndicatorId(id));
        if (indicator.isEmpty()) {
            files.add(document.problem(pointer, "there is no indicator " + id + "; add it or correct its spelling"));
        } else if (!definition.opens(indicator.get())) {
            files.add(document.problem(
                    pointer,
                    "indicator %s is %s, and this report is for %s; leave it out or choose another audience"
                            .formatted(
                                    id,
                                    indicator.get().confidentiality().name().toLowerCase(Locale.ROOT),
                                    definition.audience().word())));
        }
    }

    private ReportSection section(CatalogueDocument document, String pointer, SectionEntry entry) {
        List<ReportBlock> blocks = new ArrayList<>();
        for (int number = 0; number < entry.blocks().size(); number++) {
            blocks.add(block(
                    document, pointer + "/blocks/" + number, entry.blocks().get(number)));
        }
        return new ReportSection(entry.id(), entry.title(), blocks);
    }

    private ReportBlock block(CatalogueDocument document, String pointer, BlockEntry entry) {
        if (entry.text() != null) {
            List<String> duiding = entry.text().duiding();
            return new ReportBlock.Text(
                    entry.text().id(), entry.text().label(), ids(duiding == null ? List.of() : duiding));
        }
        if (entry.table() != null) {
            return new ReportBlock.Figures(
                    entry.table().id(),
                    entry.table().caption(),
                    ids(entry.table().indicators()),
                    columns(document, pointer + "/table/columns", entry.table()));
        }
        if (entry.chart() != null) {
            return new ReportBlock.Trend(
                    entry.chart().id(),
                    entry.chart().title(),
                    entry.chart().kind(),
                    ids(entry.chart().indicators()),
                    entry.chart().periods());
        }
        if (entry.steps() != null) {
            return new ReportBlock.Steps(
                    entry.steps().id(),
                    entry.steps().title(),
                    ids(entry.steps().indicators()),
                    Optional.ofNullable(entry.steps().remainder()));
        }
        if (entry.map() != null) {
            return new ReportBlock.Buurten(
                    entry.map().id(),
                    entry.map().title(),
                    new IndicatorId(entry.map().indicator()));
        }
        throw new IllegalStateException("The schema let through a block without a kind");
    }

    private List<ReportColumn> columns(CatalogueDocument document, String pointer, TableEntry table) {
        List<ReportColumn> columns = new ArrayList<>();
        for (int number = 0; number < table.columns().size(); number++) {
            String word = table.columns().get(number);
            Optional<ReportColumn> column = ReportColumn.of(word);
            if (column.isEmpty()) {
                files.add(document.problem(
                        pointer + "/" + number, "'" + word + "' is no column; see the schema for the words"));
            }
            column.ifPresent(columns::add);
            boolean isTooEarly =
                    column.filter(ReportColumn.Comparison.class::isInstance).isPresent()
                            && columns.stream()
                                            .filter(one -> !(one instanceof ReportColumn.Comparison))
                                            .count()
                                    < 2;
            if (isTooEarly) {
                files.add(document.problem(
                        pointer + "/" + number, "'" + word + "' compares two figures; put two before it"));
            }
        }
        return columns;
    }

    private static List<IndicatorId> ids(List<String> words) {
        return words.stream().map(IndicatorId::new).toList();
    }
}
