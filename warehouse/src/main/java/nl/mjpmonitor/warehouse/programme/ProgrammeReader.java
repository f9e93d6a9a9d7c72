package nl.mjpmonitor.warehouse.programme;

import com.networknt.schema.Schema;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.mjpmonitor.warehouse.catalogue.CatalogueDocument;
import nl.mjpmonitor.warehouse.catalogue.CatalogueFiles;
import nl.mjpmonitor.warehouse.catalogue.LocalizedText;
import nl.mjpmonitor.warehouse.indicators.IndicatorCatalogue;
import nl.mjpmonitor.warehouse.indicators.IndicatorId;
import nl.mjpmonitor.warehouse.packaged.PackagedFile;
import org.jspecify.annotations.Nullable;

/** Reads {@code programme/<document>.yaml}. It goes on after a problem, so that one reading tells all of them. */
final class ProgrammeReader {

    private static final String FOLDER = "programme";

    private final CatalogueFiles files;
    private final Schema schema;
    private final IndicatorCatalogue indicators;
    private final List<ReadProgramme> read = new ArrayList<>();
    private final Map<String, String> paths = new HashMap<>();
    private final Set<String> ambitions = new HashSet<>();

    private ProgrammeReader(CatalogueFiles files, IndicatorCatalogue indicators) {
        this.files = files;
        this.schema = files.schema("programme.schema.json");
        this.indicators = indicators;
    }

    /**
     * Reads all documents.
     *
     * @throws nl.mjpmonitor.warehouse.catalogue.CatalogueException when any of them is wrong
     */
    static ProgrammeCatalogue read(CatalogueFiles files, IndicatorCatalogue indicators) {
        ProgrammeReader reader = new ProgrammeReader(files, indicators);
        files.yamlIn(FOLDER).forEach(reader::readDocument);
        reader.read.forEach(reader::checkLinks);
        files.refuseProblems();
        return new ProgrammeCatalogue(reader.read.stream()
                .map(document -> document.entry().toProgramme())
                .sorted(Comparator.comparing(Programme::from).thenComparing(Programme::to, Comparator.reverseOrder()))
                .toList());
    }

    private void readDocument(PackagedFile file) {
        files.valid(file, schema).ifPresent(document -> {
            DocumentEntry entry = document.as(DocumentEntry.class);
            if (!file.name().equals(entry.id() + ".yaml")) {
                files.add(
                        document.problem("/id", "the file is not named after its id; name it " + entry.id() + ".yaml"));
            }
            claim(document, "/id", entry.id());
            checkPeriod(document, entry);
            entry.places().forEach(place -> claim(document, place.pointer() + "/id", place.id()));
            entry.ambitions().stream().map(AmbitionEntry::id).forEach(ambitions::add);
            read.add(new ReadProgramme(entry, document));
        });
    }

    private void claim(CatalogueDocument document, String pointer, String id) {
        String earlier = paths.putIfAbsent(id, document.file().path());
        if (earlier != null) {
            files.add(document.problem(pointer, "id " + id + " is used by " + earlier + " already; choose another"));
        }
    }

    private void checkPeriod(CatalogueDocument document, DocumentEntry entry) {
        if (YearMonth.parse(entry.to()).isBefore(YearMonth.parse(entry.from()))) {
            files.add(document.problem("/to", "it ends before it begins; correct one of the months"));
        }
        Optional.ofNullable(entry.established().on())
                .filter(Predicate.not(ProgrammeReader::isDay))
                .ifPresent(day ->
                        files.add(document.problem("/established/on", day + " is no day of the calendar; correct it")));
    }

    private void checkLinks(ReadProgramme programme) {
        programme.entry().places().forEach(place -> {
            List<String> linked = place.indicators();
            for (int index = 0; index < linked.size(); index++) {
                if (indicators.find(new IndicatorId(linked.get(index))).isEmpty()) {
                    unknown(programme, place.pointer() + "/indicators/" + index, "indicator", linked.get(index));
                }
            }
            if (!isComplete()) {
                return;
            }
            List<String> served = place.ambitions();
            for (int index = 0; index < served.size(); index++) {
                if (!ambitions.contains(served.get(index))) {
                    unknown(programme, place.pointer() + "/ambitions/" + index, "ambition", served.get(index));
                }
            }
        });
    }

    /** Whether every document could be read; otherwise it is not known which ambitions there are. */
    private boolean isComplete() {
        return read.size() == files.yamlIn(FOLDER).size();
    }

    private void unknown(ReadProgramme programme, String pointer, String what, String id) {
        files.add(programme
                .document()
                .problem(pointer, "there is no " + what + " " + id + "; add it or correct its spelling"));
    }

    private static boolean isDay(String day) {
        try {
            LocalDate.parse(day);
            return true;
        } catch (DateTimeException notADay) {
            return false;
        }
    }

    private static List<String> list(@Nullable List<String> written) {
        return Objects.requireNonNullElse(written, List.of());
    }

    private static List<IndicatorId> ids(@Nullable List<String> written) {
        return list(written).stream().map(IndicatorId::new).toList();
    }

    private record ReadProgramme(DocumentEntry entry, CatalogueDocument document) {}

    /** An entry with its place in the file. */
    private record Place(String pointer, String id, List<String> ambitions, List<String> indicators) {}

    /** {@code <document>.yaml} as it is written. */
    private record DocumentEntry(
            String id,
            LocalizedText title,
            String document,
            String from,
            String to,
            AdoptionEntry established,
            List<AmbitionEntry> ambitions,
            List<CriterionEntry> criteria,
            List<ActionEntry> actions) {

        Stream<Place> places() {
            return Stream.of(
                            IntStream.range(0, ambitions.size())
                                    .mapToObj(index -> ambitions.get(index).at("/ambitions/" + index)),
                            IntStream.range(0, criteria.size())
                                    .mapToObj(index -> criteria.get(index).at("/criteria/" + index)),
                            IntStream.range(0, actions.size())
                                    .mapToObj(index -> actions.get(index).at("/actions/" + index)))
                    .flatMap(places -> places);
        }

        Programme toProgramme() {
            return new Programme(
                    id,
                    title,
                    document,
                    YearMonth.parse(from),
                    YearMonth.parse(to),
                    established.toAdoption(),
                    ambitions.stream().map(entry -> entry.toAmbition(document)).toList(),
                    criteria.stream().map(entry -> entry.toCriterion(document)).toList(),
                    actions.stream().map(entry -> entry.toAction(document)).toList());
        }
    }

    private record AdoptionEntry(@Nullable String on, String by, String document, String quote) {

        Programme.Adoption toAdoption() {
            return new Programme.Adoption(Optional.ofNullable(on).map(LocalDate::parse), by, document, quote);
        }
    }

    private record AmbitionEntry(
            String id,
            String theme,
            LocalizedText text,
            String owner,
            @Nullable String document,
            String place,
            String quote,
            @Nullable List<String> indicators) {

        Place at(String pointer) {
            return new Place(pointer, id, List.of(), list(indicators));
        }

        Ambition toAmbition(String title) {
            return new Ambition(
                    id,
                    theme,
                    text,
                    owner,
                    new Passage(Objects.requireNonNullElse(document, title), place, quote),
                    ids(indicators));
        }
    }

    private record CriterionEntry(
            String id,
            String theme,
            SuccessCriterion.Kind kind,
            LocalizedText text,
            @Nullable String document,
            String place,
            String quote,
            @Nullable List<String> ambitions,
            @Nullable List<String> indicators) {

        Place at(String pointer) {
            return new Place(pointer, id, list(ambitions), list(indicators));
        }

        SuccessCriterion toCriterion(String title) {
            return new SuccessCriterion(
                    id,
                    theme,
                    kind,
                    text,
                    new Passage(Objects.requireNonNullElse(document, title), place, quote),
                    list(ambitions),
                    ids(indicators));
        }
    }

    private record ActionEntry(
            String id,
            String theme,
            LocalizedText text,
            String owner,
            @Nullable String due,
            ProgrammeAction.State state,
            @Nullable String document,
            String place,
            String quote,
            @Nullable List<String> ambitions,
            @Nullable List<String> indicators) {

        Place at(String pointer) {
            return new Place(pointer, id, list(ambitions), list(indicators));
        }

        ProgrammeAction toAction(String title) {
            return new ProgrammeAction(
                    id,
                    theme,
                    text,
                    owner,
                    Optional.ofNullable(due).map(YearMonth::parse),
                    state,
                    new Passage(Objects.requireNonNullElse(document, title), place, quote),
                    list(ambitions),
                    ids(indicators));
        }
    }
}
