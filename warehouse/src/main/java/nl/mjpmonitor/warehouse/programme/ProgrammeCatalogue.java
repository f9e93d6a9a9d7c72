package nl.mjpmonitor.warehouse.programme;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.mjpmonitor.warehouse.catalogue.CatalogueFiles;
import nl.mjpmonitor.warehouse.indicators.IndicatorCatalogue;
import nl.mjpmonitor.warehouse.indicators.IndicatorId;

/** All published documents of the programme, by the period they hold for. */
public final class ProgrammeCatalogue {

    private final List<Programme> programmes;

    ProgrammeCatalogue(List<Programme> programmes) {
        this.programmes = List.copyOf(programmes);
    }

    /**
     * Reads the programme that is packaged with this module.
     *
     * @param indicators the indicators that entries may refer to
     * @throws nl.mjpmonitor.warehouse.catalogue.CatalogueException when any entry is wrong; it names file, line and what to
     *     change
     */
    public static ProgrammeCatalogue load(IndicatorCatalogue indicators) {
        return ProgrammeReader.read(CatalogueFiles.packaged(), indicators);
    }

    public List<Programme> programmes() {
        return programmes;
    }

    /** The entry with this id, out of any document. */
    public Optional<ProgrammeEntry> find(String id) {
        return entries().filter(entry -> entry.id().equals(id)).findFirst();
    }

    /** The document with this id. */
    public Optional<Programme> findProgramme(String id) {
        return programmes.stream()
                .filter(programme -> programme.id().equals(id))
                .findFirst();
    }

    /** What an indicator says something about, in the order of the documents. */
    public List<ProgrammeEntry> about(IndicatorId indicator) {
        return entries().filter(entry -> entry.indicators().contains(indicator)).toList();
    }

    private Stream<ProgrammeEntry> entries() {
        return programmes.stream().flatMap(Programme::entries);
    }
}
