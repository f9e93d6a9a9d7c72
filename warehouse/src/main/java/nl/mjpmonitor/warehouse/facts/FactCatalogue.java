package nl.mjpmonitor.warehouse.facts;

import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import nl.mjpmonitor.warehouse.catalogue.CatalogueFiles;

/** All facts of all source systems. */
public final class FactCatalogue {

    private final Map<FactId, Fact> facts;
    private final Map<String, Set<String>> registers;

    FactCatalogue(Map<FactId, Fact> facts, Map<String, Set<String>> registers) {
        this.facts = Collections.unmodifiableMap(new TreeMap<>(facts));
        this.registers = Map.copyOf(registers);
    }

    /**
     * Reads the facts that are packaged with this module.
     *
     * @throws nl.mjpmonitor.warehouse.catalogue.CatalogueException when any is wrong; it names file, line and what to change
     */
    public static FactCatalogue load() {
        return read(CatalogueFiles.packaged());
    }

    /**
     * Reads the facts of a catalogue.
     *
     * @throws nl.mjpmonitor.warehouse.catalogue.CatalogueException when any is wrong; it names file, line and what to change
     */
    public static FactCatalogue read(CatalogueFiles files) {
        FactCatalogue catalogue = new FactReader(files).read();
        files.refuseProblems();
        return catalogue;
    }

    /** All facts, by id. */
    public Collection<Fact> facts() {
        return facts.values();
    }

    public Optional<Fact> find(FactId id) {
        return Optional.ofNullable(facts.get(id));
    }

    /** The registers of a system whose months an entry may need, in alphabetical order. */
    public Set<String> registers(String system) {
        return registers.getOrDefault(system, Set.of());
    }
}
